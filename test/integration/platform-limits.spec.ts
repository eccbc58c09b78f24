// Limits that all processes count together.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { RateLimiter, sourceOptions } from '#platform';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let world: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  world = await freshDatabase();
  source = await new DataSource(sourceOptions(world.url('api'))).initialize();
});
afterAll(async () => {
  await source.destroy();
  await world.drop();
});

test('tries are counted for everybody, and the window says when it ends', async () => {
  const limiter = new RateLimiter(source);
  const takes = await Promise.all(
    Array.from({ length: 5 }, () => limiter.take('sign-in:1', 3, 60)),
  );
  expect(takes.filter((t) => t.allowed)).toHaveLength(3);
  const denied = takes.find((t) => !t.allowed)!;
  expect(denied.retryAfterSeconds).toBeGreaterThan(50);
  expect((await limiter.take('sign-in:2', 3, 60)).allowed).toBe(true);
});
