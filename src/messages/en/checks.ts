/** What the workbook checks in itself, and what it finds out; sentences of what is wrong. */
export const checks = {
  'checks.column.faults': 'Faults',
  'checks.column.fault': 'Cells at fault',
  'checks.column.faultsPart': 'Faults part {n}',
  'checks.column.faultPart': 'Cells at fault part {n}',
  'checks.column.cell': 'Cell {n} at fault',
  'checks.column.most': 'Most faults of a row',
  'checks.column.worst': 'Row with most faults',
  'checks.column.doubt': 'Rests on a cell at fault',
  'checks.column.doubted': 'In doubt',
  'checks.column.readDoubt': 'Actual rests on a cell at fault',
  'checks.column.readDoubted': 'Actual in doubt',
  'checks.column.where': 'Sheet',
  'checks.column.first': 'The first of them',
  'checks.column.outcome': 'Outcome',
  'checks.column.count': 'How many',
  'checks.column.toContract': 'The contract rests on it',
  'checks.column.toReturn': 'The return rests on it',
  'checks.column.contract': 'Stops the contract',
  'checks.column.return': 'Stops the return',
  'field.firstDay': 'Days can be typed from',
  'field.lastDay': 'to',
  'bet.field.missing': 'What is missing',
  'bet.field.misfit': 'What does not add up',
  'bet.field.flaw': 'Flaw of the whole',
  'value.field.Roi.Fault': 'Fault below the plan',
  'value.field.Roi.ReadFault': 'Fault below the actuals',
  'checks.row': 'row',
  'checks.unusable': 'Cannot be used as typed:',
  'checks.inputs': 'Cells that cannot be used as they stand',
  'checks.inputs.lead':
    'Words or errors where a number belongs, numbers out of their range, days more than ten years from the start. Amounts that rest on them show the reason until they are put right.',
  'checks.outcomes': 'How it turned out',
  'checks.outcomes.lead':
    'Nothing here is wrong with the model: it is what the readings say, for people to weigh.',
  'checks.outcome.guards': 'Guards breached',
  'checks.outcome.worse': 'Metrics worse than their baseline',
  'checks.outcome.missed': 'Metrics read but not at their target',
  'checks.outcome.lapsed': 'Terms that lapsed for want of data',
  'checks.outcome.outside':
    'Readings dated before the start, or after the end and the last settlement',
  'checks.outcome.later': 'Readings after the day of the figures, not counted',

  'range.number': 'a number',
  'range.whole': 'a whole number',
  'range.any': 'Enter {number}, without words or units.',
  'range.from': 'Enter {number} of at least {min}, without words or units.',
  'range.to': 'Enter {number} of at most {max}, without words or units.',
  'range.between': 'Enter {number} from {min} to {max}, without words or units.',
  'range.date': 'Enter a day within ten years of the start, e.g. 2026-06-30.',
  'checks.fault': '{place}: “{found}” cannot be used. {cure}',

  'checks.fails.inputs': '{count} {count|cell|cells} cannot be used as typed',
  'checks.fails.days':
    '{count} {count|day|days} of go-live or end before the start of the engagement: change the dates',
  'checks.fails.periods':
    '{count} settlement {count|date|dates} before the start of the engagement: change the dates',
  'checks.fails.weights': 'The weights of the terms do not add up to 100 %',
  'checks.fails.shares': 'The shares of the settlement periods do not add up to 100 %',
  'checks.fails.contract': 'The contract cannot be settled',
  'checks.fails.terms': '{count} {count|term is|terms are} incomplete',
  'checks.fails.trend':
    '{count} {count|trend has a window|trends have windows} too short for three readings of the metric: give it three times the cadence, or judge the final reading alone',
  'checks.fails.capacity':
    'There are more priced metrics, terms or periods than the sheets have rows for: lay the workbook out again, and all of them count',
  'checks.fails.evidence': '{count} {count|term has|terms have} no evidence owner',
  'checks.fails.curves': '{count} {count|curve is|curves are} out of order',
  'checks.fails.instalments': '{count} {count|instalment has|instalments have} no date',
  'checks.fails.invariant': 'Earned, pending and forfeited do not add up to the pool',
  'checks.fails.statement': 'Statement and settlement differ',
  'checks.fails.drift': '{count} {count|amount differs|amounts differ} from what was signed',
  'checks.fails.ledger': 'The chain of signatures is broken',
  'checks.fails.readings': '{count} {count|reading does|readings do} not count',
  'checks.fails.measures': '{count} {count|metric|metrics} in scope without a measure',
  'checks.fails.baseline': '{count} {count|metric|metrics} in scope without a baseline',
  'checks.fails.target': '{count} {count|target is|targets are} no better than the baseline',
  'checks.fails.names': '{count} {count|metric has|metrics have} * ? ~ in the name',
  'checks.fails.reach':
    '{count} {count|selected function reaches|selected functions reach} no metric',
  'checks.fails.averages': '{count} {count|average|averages} in scope without a guard',
  'checks.fails.priced':
    '{count} {count|priced metric lacks|priced metrics lack} a driver or a planned improvement',
  'checks.fails.eitherOr':
    '{count} {count|metric is|metrics are} priced together with another that counts the same gain: price only one',
  'checks.fails.beyond':
    '{count} {count|baseline beats|baselines beat} the best published: check the definition, or say why in Comment',
  'checks.fails.overlap':
    '{count} {count|metric shares|metrics share} in more than 100 % of the same money',
  'checks.fails.tree':
    '{count} {count|node counts|nodes count} money twice, or a whole beside its parts',
  'checks.fails.costs': '{count} {count|cost is|costs are} negative or unreadable',
  'checks.fails.feeTwice': '{count} {count|cost repeats|costs repeat} the fee of the contract',
  'checks.fails.return': 'The return cannot be computed',
  'checks.fails.errors': '{count} {count|result is an error|results are errors}',
  'checks.is.guards': '{count} {count|guard is|guards are} breached',
  'checks.is.worse': '{count} {count|metric is|metrics are} worse than the baseline',
  'checks.is.missed': '{count} {count|metric has|metrics have} not reached the target',
  'checks.is.lapsed': '{count} {count|term has|terms have} lapsed for want of data',
  'checks.is.outside':
    '{count} {count|reading is|readings are} dated before the start, or after the end and the last settlement',
  'checks.is.later':
    '{count} {count|reading is|readings are} later than the day of the figures and not counted',
  'checks.signature.digest':
    'Signature {no}: a figure, name or day in the ledger is no longer what was signed. Restore it from the signed statement.',
  'checks.signature.chain':
    'Signature {no}: the chain is broken; a signature is missing, was put in, or has no number. Restore the ledger from the signed statements.',
  'checks.signature.inputs':
    'Signature {no}: what its amounts rest on was edited after signing. The signed amounts stand; undo the edit, or settle the difference in a later period.',
  'checks.signature.earlier':
    'Signature {no} was made by an earlier version: its amounts stand as signed. Whether what they rest on was edited since cannot be told by the rules of this version.',
  'checks.signature.stray':
    'Frozen figures without a signature stand in the ledger. Remove those rows.',
};
