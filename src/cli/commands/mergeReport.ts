import { describeIssue, isKnown, tell, type Incoming, type MergeOutcome } from '../../exchange';
import { message } from '../../messages';
import type { Shell } from '../io';
import type { Master } from './exchangeMaster';

interface Report {
  master: Master;
  incoming: readonly Incoming[];
  outcome: MergeOutcome;
  json: boolean;
  /** The file that was written; absent where none was. */
  written: string | undefined;
  /** Where the questions are; absent where nobody has asked for them. */
  answers: string | undefined;
}

/** Everything that a merge took over, left open or could not understand. */
export function reportMerge({ io, lang }: Shell, report: Report): void {
  const { master, incoming, outcome, json, written, answers } = report;
  const together = incoming.map(({ filled }) => filled);
  const files = incoming.map(({ file, filled }) => ({
    file,
    respondent: filled.respondent,
    audience: filled.sent.audience,
    answers: filled.answers.length + filled.own.length,
    mergedBefore: isKnown(master.engagement, filled, together),
    issues: filled.issues.map((one) => ({ ...one, text: describeIssue(lang, one) })),
  }));
  const { changes, open, edited } = outcome;
  if (json) {
    const result = {
      ...(written !== undefined && { file: written }),
      files,
      changes,
      open,
      edited,
    };
    io.out(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const line = (text: string) => io.out(`${text}\n`);
  const told = tell(master.spec, outcome);
  for (const { issues, mergedBefore, ...one } of files) {
    const audience = message(lang, `exchange.audience.${one.audience}`);
    line(message(lang, mergedBefore ? 'cli.merge.again' : 'cli.merge.file', { ...one, audience }));
    for (const { text } of issues) line(`${message(lang, 'cli.severity.warning')} ${text}`);
  }
  for (const { by, ...change } of told.changes)
    line(message(lang, 'cli.merge.set', { ...change, by: by.join(', ') || '–' }));
  for (const { said, ...place } of told.open)
    line(
      message(lang, 'cli.merge.open', {
        ...place,
        said: said.map(({ value, by }) => `${value} ← ${by.join(', ')}`).join(' · '),
      }),
    );
  for (const kept of told.edited) line(message(lang, 'cli.merge.keptEdit', kept));
  line(
    message(lang, 'cli.merge.summary', {
      files: files.length,
      changes: changes.length,
      rows: told.rows,
      open: open.length,
      issues: files.reduce((sum, { issues }) => sum + issues.length, 0),
    }),
  );
  const asked = files.flatMap(({ issues }) => issues.filter(({ ask }) => ask)).length;
  if (asked > 0) {
    const key = answers === undefined ? 'cli.merge.canAnswer' : 'cli.merge.toAnswer';
    line(message(lang, key, { count: asked, file: answers ?? '' }));
  }
  line(
    written === undefined
      ? message(lang, 'cli.merge.dry')
      : message(lang, 'cli.wrote', { file: written }),
  );
}
