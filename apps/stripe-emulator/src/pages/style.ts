/** Served as a file, so that the pages need no inline style. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2433; --soft: #525b70; --line: #8b93a7; --accent: #4b3fd6; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f8; color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
.notice { background: #ffe9b8; padding: .75rem 1rem; border-bottom: 3px solid #a86400; }
.notice p { max-width: 60rem; margin: 0 auto; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1.5rem; }
main:not(.two) { max-width: 38rem; }
@media (min-width: 48rem) { main { padding-top: 3rem; } main.two { grid-template-columns: 1fr 1fr } }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
.total { font-size: 2.25rem; font-weight: 700; margin: 0; overflow-wrap: anywhere; }
.items { list-style: none; margin: 1rem 0 0; padding: 0; }
.items li { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-top: 1px solid #cfd3de; }
.panel { background: #fff; border: 1px solid #cfd3de; border-radius: .75rem; padding: 1.25rem; }
.field { margin: 0 0 1.125rem; }
label { display: block; font-weight: 600; }
.hint { color: var(--soft); margin: 0; font-size: .9375rem; }
.error { color: var(--bad); font-weight: 600; margin: .125rem 0; }
input { width: 100%; font: inherit; padding: .625rem .75rem; border: 1px solid var(--line); border-radius: .375rem; background: #fff; color: inherit; }
input[aria-invalid] { border: 2px solid var(--bad); }
.ways { display: flex; flex-direction: column; gap: .5rem; margin: 0 0 1.25rem; }
@media (min-width: 30rem) { .ways { flex-direction: row; } }
.ways a { flex: 1; display: flex; align-items: center; justify-content: center; min-height: 3rem; padding: .5rem; border: 1px solid var(--line); border-radius: .375rem; color: var(--ink); text-align: center; text-decoration: none; }
.ways a[aria-current] { border: 2px solid var(--accent); color: var(--accent); font-weight: 600; }
dl { margin: 1rem 0; }
dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .5rem 0; border-top: 1px solid #cfd3de; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: end; }
.summary { border: 3px solid var(--bad); border-radius: .5rem; padding: 1rem; margin-bottom: 1.25rem; }
.summary ul { margin: 0; padding-left: 1.25rem; }
.summary a { color: var(--bad); }
button, .button { display: block; width: 100%; min-height: 3rem; font: inherit; font-weight: 600; text-align: center; padding: .75rem; border: 2px solid transparent; border-radius: .375rem; background: var(--accent); color: #fff; cursor: pointer; text-decoration: none; margin-top: .75rem; }
button.second, .button.second { background: #fff; color: var(--ink); border-color: var(--line); }
:focus-visible { outline: 3px solid #12805c; outline-offset: 2px; }
details { margin-top: 1.25rem; }
summary { cursor: pointer; }
code { white-space: nowrap; }
`;
