-- FROZEN. One paid payment makes its bond held, as the worker's login.
select bench_apply.hold()
