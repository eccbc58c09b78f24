// Every migration, oldest first. Plain erasable TypeScript: the tools import it with Node alone.
import { CreatePlatform1764000000001 } from './1764000000001-create-platform.ts';

export const migrations = [CreatePlatform1764000000001];
