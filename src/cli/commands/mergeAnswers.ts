import { existsSync } from 'node:fs';
import { z } from 'zod';
import { describeIssue, isReplyTo, type Filled, type Issue, type Reply } from '../../exchange';
import { message, type Lang } from '../../messages';
import { readText, writeOut } from '../files';
import { InputError } from '../io';

/** Questions about what is in doubt in files that came back, in a file that is filled in and given again. */

const Question = z.strictObject({
  file: z.string(),
  place: z.string(),
  found: z.string(),
  question: z.string(),
  choices: z.array(z.string()),
  /** null: not answered yet; "": left out. */
  answer: z.string().nullable(),
});

const Questions = z.strictObject({ howTo: z.string(), questions: z.array(Question) });

export type Question = z.infer<typeof Question>;

/** What was asked before; nothing where there is no such file yet. @throws InputError */
export async function loadAnswers(lang: Lang, file: string | undefined): Promise<Question[]> {
  if (file === undefined || !existsSync(file)) return [];
  const text = await readText(lang, file);
  try {
    return Questions.parse(JSON.parse(text)).questions;
  } catch (cause) {
    throw new InputError(message(lang, 'cli.merge.badAnswers', { file }), { cause });
  }
}

/** What is answered about one file. */
export const repliesTo = (questions: readonly Question[], file: string): Reply[] =>
  questions.flatMap(({ answer, place, found, ...one }) =>
    one.file === file && answer !== null ? [{ place, found, reply: answer }] : [],
  );

/** @throws InputError where an answer is none of the choices and means nothing, or nobody asks */
export function checkAnswers(
  lang: Lang,
  answered: readonly Question[],
  incoming: readonly { file: string; filled: Filled }[],
): void {
  for (const { file, filled } of incoming) {
    const asked = questionsOf(filled);
    for (const one of answered.filter((other) => other.file === file && other.answer !== null)) {
      const { place, found, answer } = one;
      const about = { file: [file, place].filter(Boolean).join(' '), found, answer: answer ?? '' };
      const issue = asked.find((other) => isReplyTo(one, other));
      if (!issue) throw new InputError(message(lang, 'cli.merge.answerUnasked', about));
      if (filled.settled.includes(issue)) continue;
      const choices = issue.ask?.choices.join(', ') ?? '';
      const key = choices === '' ? 'cli.merge.answerUnclear' : 'cli.merge.answerNoChoice';
      throw new InputError(message(lang, key, { ...about, choices }));
    }
  }
}

/** Writes what is asked about these files; what was asked about others stays. @throws InputError */
export async function saveAnswers(
  lang: Lang,
  file: string,
  before: readonly Question[],
  incoming: readonly { file: string; filled: Filled }[],
): Promise<void> {
  const others = before.filter((one) => incoming.every((now) => now.file !== one.file));
  const asked = incoming.flatMap((one) =>
    questionsOf(one.filled).map((issue): Question => {
      const { place, found, ask } = issue;
      const question = describeIssue(lang, issue);
      const choices = [...(ask?.choices ?? [])];
      return { file: one.file, place, found, question, choices, answer: ask?.reply ?? null };
    }),
  );
  const howTo = message(lang, 'cli.merge.howToAnswer');
  const text = JSON.stringify({ howTo, questions: [...others, ...asked] }, null, 2);
  await writeOut(lang, file, `${text}\n`);
}

const questionsOf = ({ issues, settled }: Filled): Issue[] =>
  [...settled, ...issues].filter(({ ask }) => ask !== undefined);
