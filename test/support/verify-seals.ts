import { execFile } from 'node:child_process';

const VERIFIER = 'libs/audit/src/sealing/verify-seals.mjs';

/** As anybody runs it, who has nothing but these files and Node.js. */
export const verifySeals = (...paths: string[]): Promise<{ code: number; said: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [VERIFIER, ...paths], (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
