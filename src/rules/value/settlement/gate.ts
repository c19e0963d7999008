/**
 * Gates: a term under its gate level voids the terms it gates, all of them or one group, itself
 * included; while it is pending it keeps them pending. Lapsed counts as not met.
 */
import {
  add,
  countIfs,
  equal,
  greater,
  isNumber,
  join,
  rowOf,
  txts,
  when,
  type Bool,
  type Num,
} from '../../expression';
import { numberIf } from '../known';
import { isUnder } from '../limit';
import { isState, state } from '../pay';
import { term, termText } from '../contract';
import { live, table } from './row';
import type { SettlementWords } from './words';

const { num } = rowOf<'Settlement'>();

/** P pending, F failed, O open: no obstacle. */
const verdictOfGate = () =>
  when(
    isState(num('state'), state.pending, state.interim),
    'P',
    when(
      equal(num('state'), state.lapsed),
      'F',
      when(isUnder(num('level'), term('gateLevel')), 'F', 'O'),
    ),
  );

/** 0 open · 1 a gate is pending · 2 one has failed: gates of every term, and of this term's group. */
function gated(): Num {
  const keys = txts(table, 'gateKey');
  const held = (code: string): Bool =>
    greater(
      add(
        countIfs([keys, join(num('period'), `|${code}|`)]),
        numberIf(
          equal(termText('group'), ''),
          0,
          countIfs([keys, join(num('period'), `|${code}|`, termText('group'))]),
        ),
      ),
      0,
    );
  return numberIf(held('F'), 2, numberIf(held('P'), 1, 0));
}

export const gateRules = (words: SettlementWords) => ({
  /** Period, verdict and gated group in one text, so that gates are counted by an exact match. */
  gateKey: live(
    when(
      isNumber(term('gateLevel')),
      join(num('period'), '|', verdictOfGate(), '|', termText('gates')),
      '',
    ),
  ),
  gated: live(gated()),
  gate: live(
    when(
      equal(num('gated'), 2),
      words.gate.failed,
      when(equal(num('gated'), 1), words.gate.pending, ''),
    ),
  ),
});
