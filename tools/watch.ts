// npm run watch: builds and starts, and does both again whenever apps/ or libs/ change. With an error of
// types it waits for the next change.
await import('./build.ts');
await import('./start.ts');
