// Works parts of one drill, as a process of its own: see parts.ts.
import 'reflect-metadata';
import { crash } from './crash/crash.ts';
import { model } from './model/model.ts';
import { brokenOff, type Asked, type Parts, type Told } from './parts.ts';

const drills: Readonly<Record<string, Parts>> = { crash, model };

const drill = drills[process.argv[2] ?? ''];
if (!drill) throw new Error('a drill is needed');
const tell = (told: Told) => process.send!(told);
const say = (said: string) => void tell({ said });

process.on('message', ({ part, seed }: Asked) => {
  void drill
    .one(part, { seed, say, size: 'all' })
    .catch((e: unknown) => brokenOff(part, e))
    .then((done) => tell({ done }));
});
// Whoever asked is gone, or needs no more.
process.once('disconnect', () => process.exit());
