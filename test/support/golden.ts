import { readFileSync, writeFileSync } from 'node:fs';

/** Lines that a file has as they were; UPDATE_GOLDEN=1 renews it. */
export function expectGolden(path: string, lines: readonly string[]): void {
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, `${lines.join('\n')}\n`);
  expect(lines).toEqual(readFileSync(path, 'utf8').trimEnd().split('\n'));
}
