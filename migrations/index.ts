// Every migration, oldest first. Plain erasable TypeScript: the tools import it with Node alone.
export const migrations = [];
