import { numeric, oneOf, positive, word } from '../cells';
import { calc, catalogued, content, faultColumns, fixed, input, plainTable, table } from './table';
import { words } from './words';

/** The method on a page, from which one picks, and the rating of accounts that the first step asks for. */

const page = <const Id extends string>(id: Id) =>
  table(
    { id, store: id, same: ['part'] },
    {
      ...fixed('no', 'status', 'holds'),
      group: content(word),
      part: content(word),
      explanation: content(word),
      pick: input(oneOf(words.pick).describe('Whether this phase is about it')),
      priority: input(oneOf(words.priority)),
      comment: input(word),
      ...calc('offered', 'picked', 'calls'),
    },
  );

export const pageTables = {
  CustomerPage: page('customerPage'),
  ProjectPage: page('projectPage'),
  ServicePage: page('servicePage'),
  /** What the parts of the pages call for. */
  PageLinks: plainTable(
    { id: 'links.page' },
    { ...catalogued('from', 'to', 'strength'), ...calc('weight', 'taken') },
  ),
  Accounts: table(
    { id: 'accounts', store: 'accounts', own: 'account.', same: ['account'] },
    {
      account: input(word),
      contribution: input(positive.describe('What the account gave us in the last twelve months')),
      potential: input(positive.describe('The most that the account could give in a year')),
      basis: input(word.describe('What the potential is estimated from')),
      owner: input(word),
      strategy: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('share', 'room', 'potentialLevel', 'contributionLevel', 'class'),
      ...calc('potentialNo', 'shareNo', 'contributionNo', 'classNo'),
    },
  ),
  /** From which figure on an axis is high or medium. */
  AccountLimits: table(
    { id: 'accountLimits', store: 'accountLimits', same: ['axis'] },
    {
      axis: content(word),
      medium: input(numeric.describe('From here on it is medium')),
      high: input(numeric.describe('From here on it is high')),
      comment: input(word),
      ...faultColumns,
    },
  ),
  AccountClasses: table(
    { id: 'accountClasses' },
    { ...catalogued('class', 'meaning'), ...calc('accounts', 'contribution', 'potential', 'room') },
  ),
};
