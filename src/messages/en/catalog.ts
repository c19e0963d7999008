import type { catalog as base } from '../zh-CN/catalog';

export const catalog: Record<keyof typeof base, string> = {
  'catalog.problem.too-large':
    'The file is larger than {limit} MB. Split it into several catalogs and load them one by one.',
  'catalog.problem.not-json':
    'The file is not valid JSON: {detail}. Check it in a JSON editor and load it again.',
  'catalog.problem.unsafe-key': '{place}: “{key}” is not allowed as a name. Remove or rename it.',
  'catalog.problem.unknown-key':
    '{place}: there is no field {keys}. Check the spelling or remove it.',
  'catalog.problem.missing': '{place}: required but absent. Fill it in.',
  'catalog.problem.wrong-type': '{place}: must be {type}. Change it.',
  'catalog.problem.not-allowed': '{place}: must be one of {values}. Change it.',
  'catalog.problem.at-most': '{place}: over the limit of {limit}. Shorten or reduce it.',
  'catalog.problem.at-least': '{place}: under the minimum of {limit}. Add to it.',
  'catalog.problem.query-parts':
    '{where}: its query does not fit it: with a denominator it wants both parts, without one a value. Change it.',
  'catalog.problem.query-table':
    '{where}: there is no canonical table “{table}”. Take one of docs/canonical-tables.md.',
  'catalog.problem.query-column':
    '{where}: canonical table “{table}” has no column “{column}”, or not of that kind. See docs/canonical-tables.md.',
  'catalog.problem.bad-id':
    '{place}: an id is made of lower-case letters and digits, parted by “.” or “-”, such as ka.pain.esp.no-plan. Change it.',
  'catalog.problem.unreadable-text':
    '{place}: the text is blank or contains control characters. Type it again.',
  'catalog.problem.bad-version': '{place}: a version is three numbers, such as 1.0.0. Change it.',
  'catalog.problem.bad-date': '{place}: a day is written 2026-06-30. Change it.',
  'catalog.problem.bad-url':
    '{place}: must be a full address starting with http or https. Change it.',
  'catalog.problem.invalid':
    '{place}: does not fit the catalog format. Compare it with the catalog’s JSON Schema.',

  'catalog.problem.duplicate-id':
    '{where}: this id occurs {count} times. Ids are unique: give the later items ids of their own.',
  'catalog.problem.unknown-id':
    '{place}: there is no “{to}”. Add that item or remove the reference.',
  'catalog.problem.unknown-id-near': '{place}: there is no “{to}”. Did you mean “{near}”?',
  'catalog.problem.wrong-kind':
    '{place}: “{to}” is a {kind}, but only {kinds} can stand here. Name another item, or link from the other end.',
  'catalog.problem.wrong-dimension':
    '{where}: the dimension “{dimension}” does not hold this kind of item ({kind}). Choose another dimension, or add the kind to its holds.',
  'catalog.problem.wrong-module':
    '{where}: the module “{module}” belongs to the dimension “{expected}”, but this item is in “{dimension}”. Make them agree.',

  'catalog.problem.metric-in-dark':
    '{where}: the dark dimension “{dimension}” carries no metric of its own. Move the metric to a bright dimension in which its value is read.',
  'catalog.problem.dark-without-read-in':
    '{where}: this dark dimension does not say where its value is read. List at least one dimension that holds metrics in readIn.',
  'catalog.problem.read-in-without-metrics':
    '{where}: the dimension “{to}” in readIn holds no metrics. Name one that does.',
  'catalog.problem.read-in-on-bright':
    '{where}: only a dark dimension has readIn. Remove readIn, or set line to dark.',
  'catalog.problem.few-dimensions':
    '{where}: {count} dimensions hold the kind “{kind}”; the method has {usual}. Add what is missing.',
  'catalog.problem.empty-dimension':
    '{where}: this dimension has no items of the kind “{kind}”. Add some, or remove the kind from its holds.',
  'catalog.problem.module-size':
    '{where}: this module has {count} functions; {least} to {most} read best. Split, merge or extend it.',

  'catalog.problem.average-without-guards':
    '{where}: an average without guards can be raised by dropping accounts or jobs. List in guards the metrics that must not worsen.',
  'catalog.problem.range-empty':
    '{where}: its range no. {number} has no figure. Fill in at least one of low, typical and best.',
  'catalog.problem.range-order':
    '{where}: its range no. {number} is out of order. Write low, typical and best from worse to better, in the metric’s direction.',
  'catalog.problem.range-percent':
    '{where}: its range no. {number} is far above 1. A ratio is written from 0 to 1, such as 0.75. Change it.',
  'catalog.problem.range-currency':
    '{where}: its range no. {number} is money without a currency, or has a currency without being money. Add currency, such as USD, or remove it.',
  'catalog.problem.range-without-address':
    '{where}: the source “{source}” of its range has no address, so nobody can look it up. Add its url in sources, or remove the range.',
  'catalog.problem.needs-in-circle':
    '{where}: what must be in place first leads back to itself: {path}. Remove one of these needs.',
  'catalog.problem.not-with-itself':
    '{where}: a metric cannot be priced instead of itself. Name another metric.',
  'catalog.problem.same-level':
    '{where}: two levels of maturity have the same evidence. Say for each level what one can see.',
  'catalog.problem.same-script':
    '{where}: it asks the same question as “{other}”. Ask what this item is about.',
  'catalog.problem.script-length':
    '{where} · script.{part}: the {lang} text has {length} characters; {least} to {most} read best. Change it.',

  'catalog.problem.contract-weights':
    '{where}: the weights of its terms sum to {percent} %. Share out 100 %.',
  'catalog.problem.contract-twice':
    '{where}: it bets on “{metric}” twice. Name each metric once, or take another one.',
  'catalog.problem.contract-both':
    '{where}: it bets on “{metric}” and on “{other}”, which count the same gain. Keep one of them.',
  'catalog.problem.guards-itself': '{where}: a metric cannot guard itself. Name another metric.',
  'catalog.problem.node-in-itself':
    '{where}: following parent leads back to this node. Name the node that it really is a part of.',
  'catalog.problem.node-too-deep':
    '{where}: a value tree has no more than {deepest} levels. Hang the node under a higher one.',
  'catalog.problem.lone-overlap':
    '{where}: this is the only metric in the node “{group}” of the value tree, and the node is neither part nor whole of another. Add the metric that counts the same money, or remove overlap.',
  'catalog.problem.priced-without-drivers':
    '{where}: a metric worth money has no drivers. List them in drivers, or set benefit to leading.',
  'catalog.problem.leading-with-drivers':
    '{where}: a leading metric carries no money of its own. Remove drivers and divisor, or change its benefit class.',
  'catalog.problem.ratio-without-denominator':
    '{where}: a ratio needs a denominator. Fill in denominator, or choose another measure.',
  'catalog.problem.no-measure':
    '{where}: it does not say what a reading is. Set measure to level, flow, ratio or rolling; a figure over the last twelve months is rolling and is never added up.',
  'catalog.problem.level-without-mode':
    '{where}: a level says what counts over a window. Set levelMode to last, or to mean for the mean weighted by days.',
  'catalog.problem.mode-without-level':
    '{where}: levelMode is for levels alone. Remove it, or set measure to level.',
  'catalog.problem.base-without-flow':
    '{where}: base is for flows alone. Remove it, or set measure to flow.',
  'catalog.problem.unused-driver':
    '{where}: no metric or pain uses this money driver. Use it or remove it.',

  'catalog.problem.plan-without-ask':
    '{where}: no value driver calls for this plan. Link an answer to the four questions in calledBy.',
  'catalog.problem.pain-without-ask':
    '{where}: this pain leads back to no value driver. Link an answer to the four questions in calledBy, or a plan that has one.',
  'catalog.problem.pain-without-function':
    '{where}: no function answers this pain. Add one, or link the pain in the calledBy of a function.',
  'catalog.problem.function-without-pain':
    '{where}: this function answers no pain. Link the pain it solves in calledBy.',
  'catalog.problem.innovation-without-caller':
    '{where}: no earlier step calls for this innovation. Link an ask, plan, pain or function in calledBy.',
  'catalog.problem.moves-nothing':
    '{where}: this {kind} moves no metric. Link the metric it changes in moves.',
  'catalog.problem.unmoved-metric':
    '{where}: no function or innovation moves this metric. Link it in the moves of one.',

  'catalog.problem.no-levels':
    '{where}: other modules say five levels of maturity, this one none. Give each level one line of evidence.',
  'catalog.problem.no-script':
    '{where}: other value drivers and pains say how to ask for them, this one does not. Add its script.',
  'catalog.problem.no-direction':
    '{where}: no value driver or plan calls for it, as they do for the others. Link the ones that it serves in calledBy.',
  'catalog.problem.part-without-items':
    '{where}: this part of a page leads to nothing that can be picked or read. Name dimensions or modules in holds, or items in calls.',
  'catalog.problem.other-language':
    '{where}: the {lang} text is in the other language. Translate it.',

  'catalog.problem.same-text':
    '{where}: the {lang} text is the same as that of “{other}”. Tell the two apart or merge them.',
  'catalog.problem.similar-text':
    '{where}: the text is {percent} % the same as that of “{other}”, so a client cannot tell them apart. Reword or merge them.',
  'catalog.problem.short-text':
    '{where}: the {lang} text has {length} characters; {least} to {most} read best. Be specific: who, when, what, at what cost.',
  'catalog.problem.long-text':
    '{where}: the {lang} text has {length} characters; {least} to {most} read best. Shorten it and move details to explanation.',

  'catalog.problem.other-model':
    '{where}: this file changes “{over}” and cannot be applied to “{base}”. Choose that model, or correct the id in the file.',
  'catalog.problem.changes-unknown':
    '{where}: the model has nothing of this id to change. Check the id, or give a new item everything it needs.',
  'catalog.problem.changes-unknown-near':
    '{where}: the model has nothing of this id to change. Did you mean “{near}”? A new item needs all its fields.',
  'catalog.problem.no-base':
    '{where}: this file reads as changes to a model that is not here. Give that model with --catalog, or complete the file.',
  'catalog.problem.no-base-near':
    '{where}: this file reads as changes to a model that is not here. Did you mean “{near}”? Or give the model with --catalog.',
  'catalog.problem.no-successor':
    '{where}: “{to}” cannot take its place: the catalog offers no item of that kind and id. Check replacedBy and splitInto.',
  'catalog.problem.succeeded-in-life':
    '{where}: it names a successor and is not retired. Say since when with retired, or remove replacedBy and splitInto.',
  'catalog.problem.removes-unknown':
    '{where} · remove: there is no “{to}” to remove. Check the id.',
  'catalog.problem.removes-unknown-near':
    '{where} · remove: there is no “{to}” to remove. Did you mean “{near}”?',

  'catalog.problem.sheet-missing':
    'There is no sheet “{sheet}”. Add it with its header row; an exported catalog shows how it looks.',
  'catalog.problem.column-missing':
    'There is no column “{column}”. Add it to the header row; its cells may stay blank where the field may.',
  'catalog.problem.column-unknown':
    '“{column}” is no field of a catalog. Correct the name, or empty the cell and what belongs to it.',
  'catalog.problem.column-twice': 'The column “{column}” is there twice. Remove one.',
  'catalog.problem.cell-unreadable': '{column}: “{found}” is not {type}. Change it.',

  'catalog.problem.untranslated':
    '{where}: one language only; the other reads the same until it is translated.',
  'catalog.problem.placeholder-left':
    '{where}: a placeholder such as [client] is still in the text. Reword it.',
  'catalog.problem.stale-text':
    '{where}: {texts} is older than the wording in another language. Renew it and take it out of “stale”.',
  'catalog.problem.suspicious-left':
    '{where}: “{words}” may be somebody’s name. Reword the text, or write yes under cleared if it is nobody’s.',
  'catalog.problem.withheld-left':
    '{where}: “{words}” is on the firm’s list of words that never leave. Reword the text.',
  'catalog.problem.conflicting-wordings':
    '{where}: {item} · {field} is given another wording by {other} too. Accept one of the two.',

  'catalog.word.file': 'the file',
  'catalog.word.ask': 'ask',
  'catalog.word.plan': 'plan',
  'catalog.word.pain': 'pain',
  'catalog.word.function': 'function',
  'catalog.word.innovation': 'innovation',
  'catalog.word.metric': 'metric',
  'catalog.word.dimension': 'dimension',
  'catalog.word.module': 'module',
  'catalog.word.driver': 'money driver',
  'catalog.word.node': 'node of the value tree',
  'catalog.word.source': 'source',
  'catalog.word.contract': 'contract',
  'catalog.word.page': 'page of the method',
  'catalog.word.string': 'text',
  'catalog.word.number': 'a number',
  'catalog.word.int': 'a whole number',
  'catalog.word.boolean': 'true or false',
  'catalog.word.array': 'a list',
  'catalog.word.object': 'an object',
  'catalog.word.record': 'an object',
  'catalog.word.links': 'links, one a line, such as “ka.pain.x 2”',
  'catalog.word.json': 'JSON',
  'catalog.word.value': 'a value',
};
