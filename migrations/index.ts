// Every migration, oldest first. Plain erasable TypeScript: the tools import it with Node alone.
import { CreatePlatform1764000000001 } from './1764000000001-create-platform.ts';
import { CreateLedger1764000000007 } from './1764000000007-create-ledger.ts';

export const migrations = [CreatePlatform1764000000001, CreateLedger1764000000007];
