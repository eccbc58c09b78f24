// Loaded into a program that another one starts: whatever happens to its parent, kill -9 included, the
// pipe to its input closes then, and it ends as if it had been asked to.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// What listens for its parent must not keep the program alive.
(process.stdin as { unref?: () => void }).unref?.();
