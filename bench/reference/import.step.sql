update bench_import.movement m
set person_id = d.person_id, document_id = d.id, state = 'matched', version = 2
from bench_import.travel_document d
where m.import_id = $1 and d.number_token = m.document_token and d.confirmed_at is not null
