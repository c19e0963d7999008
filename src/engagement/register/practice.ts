import { date, oneOf, positive, wholeTo, word } from '../cells';
import {
  calc,
  catalogued,
  content,
  faultColumns,
  fixed,
  input,
  numbered,
  plainTable,
  table,
} from './table';
import { words } from './words';

/** How far the client is, and what fits into a phase. */

const level = wholeTo(1, 5);
const prepared = ['system', 'owner', 'due', 'status', 'comment'] as const;
const assessed = ['asIs', 'toBe', 'evidence', 'comment'] as const;

export const practiceTables = {
  Maturity: table(
    {
      id: 'maturity',
      store: 'maturity',
      same: ['module'],
      asked: {
        lead: { fill: [...assessed, 'owner'], required: ['asIs'] },
        department: { fill: assessed, required: ['asIs'] },
      },
    },
    {
      ...fixed('no'),
      dimension: content(word),
      module: content(word),
      asIs: input(level.describe('Level today, 1–5')),
      toBe: input(level.describe('Level at the end of this phase, 1–5')),
      ...numbered('level', [1, 2, 3, 4, 5], content(word.describe('Evidence of the level'))),
      evidence: input(word.describe('What was shown')),
      owner: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('gap', 'picked', 'pull'),
    },
  ),
  MaturityAreas: table(
    { id: 'maturity.areas' },
    {
      ...fixed('no'),
      ...catalogued('dimension'),
      ...calc('modules', 'assessed', 'asIs', 'toBe', 'gap'),
    },
  ),
  EffortDays: table(
    { id: 'effortDays', store: 'effortDays', own: 'custom.effort.', same: ['effort'] },
    {
      effort: content(word.describe('Effort class')),
      days: input(positive.describe('Person-days that a function of this class takes')),
      comment: input(word),
      ...faultColumns,
    },
  ),
  PhaseBudget: table(
    { id: 'phaseBudget', store: 'phaseBudget', same: ['phase'] },
    {
      ...fixed('no'),
      phase: content(oneOf(words.phase)),
      capacity: input(positive.describe('Person-days that client and vendor have for the phase')),
      comment: input(word),
      ...faultColumns,
      ...calc('name', 'functions', 'days', 'left', 'load', 'status', 'over'),
    },
  ),
  /** How to ask for what is in the lists, for who interviews. */
  Interview: table(
    { id: 'interview', store: 'interview', same: ['item'] },
    {
      ...fixed('no'),
      step: content(word),
      item: content(word),
      question: content(word),
      good: content(word.describe('What a good answer sounds like')),
      followUp: content(word),
      answer: input(word),
      who: input(word.describe('Who answered')),
      date: input(date),
      ...faultColumns,
      ...calc('chosen'),
    },
  ),
  /** What the client prepares: tables and extracts, each with its fields. */
  DataRequests: table(
    {
      id: 'requests',
      store: 'requests',
      same: ['item'],
      asked: {
        lead: { fill: prepared, required: ['owner'], within: 'chosen' },
        it: { fill: prepared, required: ['system'], within: 'chosen' },
      },
    },
    {
      ...fixed('no'),
      item: content(word),
      data: content(word.describe('Tables and extracts, with their fields')),
      system: input(word.describe('Where it comes from')),
      owner: input(word),
      due: input(date),
      status: input(oneOf(words.status)),
      comment: input(word),
      ...faultColumns,
      ...calc('chosen'),
    },
  ),
  /** Which function must be in place before which, and where it is not. */
  NeedLinks: plainTable({ id: 'links.needs' }, { ...catalogued('from', 'to'), ...calc('late') }),
};
