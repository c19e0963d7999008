import type { cli as base } from '../zh-CN/cli';

export const cli: Record<keyof typeof base, string> = {
  'cli.about':
    'From a model catalog to an APPFI workbook: make, read, check, refresh, without Excel.',
  'cli.exitCodes':
    'Exit code: 0 done · 1 a check failed · 2 bad input (one line on stderr says what to do)',
  'cli.help.usage': 'Usage:',
  'cli.help.arguments': 'Arguments:',
  'cli.help.options': 'Options:',
  'cli.help.commands': 'Commands:',
  'cli.help.examples': 'Examples:',

  'cli.new': 'Make a new workbook from a model and, where given, an engagement.',
  'cli.read': 'Read what people said in a workbook, its results and findings, as JSON.',
  'cli.check':
    'Check that a workbook is whole, its formulas are as generated and free of error values, and what was signed is as it was signed; show progress by step.',
  'cli.lay':
    'Lay out over an existing workbook: refresh one of ours, or add to your own. What people typed stays; without --out the file itself is written.',
  'cli.describe': 'List every sheet, column, formula and drop-down of a workbook.',
  'cli.catalog': 'List, check and edit model catalogs.',
  'cli.catalog.list': 'List the models that come with the product, and the firm’s own.',
  'cli.catalog.check': 'Check a catalog file, or a file of changes to a model.',
  'cli.catalog.schema': 'Print the JSON Schema of catalog files.',
  'cli.catalog.version': 'version',
  'cli.engagement': 'Check engagement files.',
  'cli.engagement.check': 'Check an engagement file against its format and its catalogs.',
  'cli.engagement.schema': 'Print the JSON Schema of engagement files.',

  'cli.argument.workbook': 'workbook (.xlsx)',
  'cli.argument.catalog': 'catalog file or file of changes (.json)',
  'cli.argument.engagement': 'engagement file (.json), or what appfi read wrote',
  'cli.option.version': 'show the version',
  'cli.option.help': 'show help',
  'cli.option.model':
    'model: key-account, after-sales, industrial-equipment, both, or an id that --catalog gives',
  'cli.option.catalog':
    'catalog files, instead of built-in models or in addition; or files of changes to a model',
  'cli.option.engagement': 'engagement file, or what appfi read wrote',
  'cli.option.lang': 'language of messages: zh-CN, zh-TW, en; else the system’s',
  'cli.option.langOfWorkbook':
    'language of the workbook: zh-CN, zh-TW, en; else the engagement’s, else the system’s',
  'cli.option.outWorkbook': 'workbook to write (.xlsx)',
  'cli.option.outLay': 'write to another workbook (.xlsx) and leave the file as it is',
  'cli.option.outJson': 'write to a JSON file instead of standard output',
  'cli.option.outText': 'write to a file instead of standard output',
  'cli.option.force':
    'overwrite an existing file; with lay, also accept losing what cannot be kept',
  'cli.option.json': 'print JSON for programs',
  'cli.option.repair':
    'put back missing tables, columns, rows and names, and renew overwritten formulas',
  'cli.option.markdown': 'print a Markdown document instead of JSON',
  'cli.option.overlay': 'print the JSON Schema of files of changes',

  'cli.progress.layingOut': 'Laying out the workbook …',
  'cli.progress.reading': 'Reading the workbook …',
  'cli.progress.saving': 'Saving …',
  'cli.wrote': 'Wrote {file}',
  'cli.problems': 'Errors: {errors}. Warnings: {warnings}.',
  'cli.severity.error': 'Error:',
  'cli.severity.warning': 'Warning:',
  'cli.severity.note': 'Note:',
  'cli.check.more': ' (and {count} more like it)',
  'cli.check.errorValue': '{place} comes out as {value}. Check the inputs it refers to.',
  'cli.check.ok': 'All checks passed.',
  'cli.check.failed': 'Checks failed. Do as said above, or run appfi lay --repair.',
  'cli.lay.done': 'Wrote {file}; cells written: {cells}.',
  'cli.lay.nothing': '{file} is unchanged: rename as said above first.',
  'cli.loses':
    '{file} carries a digital signature, which any change ends. Sign a changed copy again in Excel, or pass --force to write it without the signature.',

  'cli.settle':
    'Show what each settlement period has earned and what is due, with the reason for every term.',
  'cli.explain':
    'Say how a figure came about, down to readings and contract, or why the amount due has changed since a day.',
  'cli.explain.about':
    'The cell is an address (Statement!D24), a name (Statement.Due), or a table’s column (Settlement[earned], its row given by --row). The words are those of the workbook’s language, made from the rules that make its formulas; the values are the workbook’s own. --depth says how many steps to follow. A typed cell shows what it rests on, a formula of your own the cells that it reads. With --since, a day begins with what was due then, the number of a signature with what it settled; --until ends the same way, else with what is due on the workbook’s day. The items add up to the difference exactly.',
  'cli.explain.what': 'Give a cell to explain, or --since; one of the two.',
  'cli.explain.what.column': 'Cause',
  'cli.explain.amount': 'Amount',
  'cli.argument.cell': 'cell, name or Table[column]',
  'cli.option.depth': 'how many steps to follow, e.g. 3; else 1',
  'cli.option.row': 'row of Table[column]: its number or its id',
  'cli.option.since': 'since this day (2026-06-30) or this signature (1)',
  'cli.option.until': 'up to this day (2026-12-31) or this signature (2); with --since',
  'cli.option.md': 'write Markdown',
  'cli.roi':
    'Show the return on investment: three scenarios, yearly flows, sensitivity, realised to date.',
  'cli.payoff': 'Show both sides’ outcome at each attainment; with --simulate, how likely it is.',
  'cli.sign':
    'Freeze a period’s settlement into the workbook’s ledger; without --out the file itself is written.',
  'cli.value.about':
    'The figures are the workbook’s own: those that the program that saved the file had computed, or, where it saved formulas without values, computed here. Every formula cell is compared with the same rule worked out without the workbook; a cell that differs by more than 1e-9, or holds something else than its formula, is listed, and the exit code is 1.',
  'cli.payoff.about':
    'Simulation: attainment of each metric is drawn from a PERT distribution on the low, likely and high realisation of its row on Monetisation (blank: 100 %, without spread). Qualitative terms count as judged; those not judged yet pass with --pass-chance. Guards are taken to hold.',
  'cli.sign.about':
    'Refused, with nothing written: workbook and rules differ, a check that amounts rest on fails, an earlier period is unsettled, the period is signed for good already. A period may be signed before its date, or while terms are pending, and again later. Keep the digest that is printed: appfi check tells changes in the ledger, but only the digest tells that its last signature is gone.',
  'cli.option.asOf': 'show the figures as of this day, e.g. 2026-06-30; the file stays as it is',
  'cli.option.asOfSign':
    'sign the figures as of this day, e.g. 2026-06-30; else as of the workbook’s day',
  'cli.option.simulate': 'draw this many outcomes, e.g. 10000',
  'cli.option.seed': 'number that makes the draws repeatable; 1 if not given',
  'cli.option.passChance': 'chance that a qualitative term not judged yet passes; 0.5 if not given',
  'cli.option.period': 'number of the settlement period',
  'cli.option.by': 'who signs for the vendor',
  'cli.option.clientBusiness': 'who signs for the client’s business',
  'cli.option.clientIt': 'who signs for the client’s IT',
  'cli.option.acknowledge':
    'why the signature is right although something about it is unusual; kept in the ledger',
  'cli.option.supersedes':
    'number of the period’s wrong signature: the new one takes its place, the old one can still be read',
  'cli.option.reason': 'why it takes its place; kept in the ledger',
  'cli.option.yes': 'sign; without it, what would be signed is shown',
  'cli.option.on': 'day of signing, e.g. 2026-07-02; today if not given',
  'cli.value.agree': 'Workbook and rules agree in all {cells} formula cells.',
  'cli.value.differ': 'Workbook and rules differ in {count} of {cells} formula cells:',
  'cli.value.more': '… and {count} more; --json lists them all.',
  'cli.value.cell': 'Cell',
  'cli.value.place': 'Place',
  'cli.value.workbook': 'Workbook',
  'cli.value.rules': 'Rules',
  'cli.value.overwritten': '(not its formula)',
  'cli.value.noDate': '“{found}” is not a date. Write it like 2026-06-30.',
  'cli.value.noNumber': '“{found}” is not a whole number from {least} on. Write one.',
  'cli.value.notWithin':
    '“{found}” is not a whole number from {least} to {most}. Write one in between.',
  'cli.value.noFraction': '“{found}” is not a share between 0 and 1. Write one like 0.5.',
  'cli.settle.head': 'Settlement as of {day}, amounts in {currency}',
  'cli.roi.head': 'Return on investment, amounts in {currency}',
  'cli.roi.chosen': '* the scenario that the workbook follows',
  'cli.payoff.head': 'Both sides’ outcome at each attainment, amounts in {currency}',
  'cli.simulation.head':
    'Simulation: {draws} draws, seed {seed}; attainment by PERT on low, likely and high realisation',
  'cli.simulation.certain': 'Without low and high realisation, so without spread: {metrics}',
  'cli.simulation.unjudged': 'Not judged yet, pass with a chance of {chance}: {terms}',
  'cli.simulation.percentile': 'Percentile',
  'cli.simulation.payable': 'Payable',
  'cli.simulation.mean': 'Mean',
  'cli.simulation.vendorLoses': 'Vendor receives less than the fixed fee: {share}',
  'cli.simulation.clientLoses': 'Client pays more than the fixed fee: {share}',
  'cli.simulation.even': 'Share at risk at which the bet is even on average: {share}',
  'cli.simulation.never': 'none',
  'cli.sign.done':
    '{file}: period {period} signed as of {day}, {amount} settled. Signature {no}, digest {digest}.',
  'cli.sign.pending': '{amount} of the period stays pending; sign it again once it is judged.',
  'cli.sign.keep':
    'Keep the digest {digest} with the signed statement: it shows later that no signature was removed.',
  'cli.sign.preview.supersedes': 'Takes the place of signature no {no}, because: {because}',
  'cli.sign.preview.amount': 'Period {period}: {amount} would be settled, {pending} stays pending.',
  'cli.sign.preview.asOf': 'Figures up to {day}; readings that are later and not counted: {count}.',
  'cli.sign.preview.freezes':
    'Frozen with it are its amounts and those of {count} {count|term|terms}.',
  'cli.sign.preview.who': 'Signing: {who}.',
  'cli.sign.preview.unread': 'No reading to judge by: {terms}.',
  'cli.sign.preview.failing': 'Checks that fail: {checks}.',
  'cli.sign.preview.unusual': '{detail} Say why with --acknowledge.',
  'cli.sign.preview.how':
    'Nothing is signed yet. Add --yes to sign; a signature cannot be taken back.',

  'cli.file.absent': 'There is no {file}. Check the path.',
  'cli.file.folder': '{file} is a folder. Name a file.',
  'cli.file.denied':
    'No permission to read or write {file}. Choose another place or change the permission.',
  'cli.file.busy': '{file} is in use by another program. Close it there and try again.',
  'cli.file.changed':
    '{file} was changed by someone else while this ran; nothing was written. Run the command again.',
  'cli.file.full': 'The disk is full, {file} cannot be written. Free some space and try again.',
  'cli.file.other': '{file} cannot be read or written ({code}). Check the path and the disk.',
  'cli.file.large': '{file} is larger than {limit} MB. Give a smaller file.',
  'cli.out.exists': '{file} exists already. Choose another name, or pass --force to overwrite it.',
  'cli.out.ending': '{file} must end in {ending}. Rename it.',

  'cli.model.unknown': 'There is no model “{name}”. Choose one of {values}.',
  'cli.model.missing': 'Say which model to use: --model, --engagement or --catalog.',
  'cli.model.other':
    'The engagement is planned from “{id}”, not from --model {model}. Leave out --model, or give another engagement.',
  'cli.lang.unknown': 'There is no language “{name}”. Choose one of {values}.',
  'cli.catalog.bad': 'Catalog {file} cannot be used: {problem}',
  'cli.catalog.badMany':
    'Catalog {file} cannot be used: {problem} (and {more} more, see appfi catalog check)',
  'cli.engagement.bad': 'Engagement {file} cannot be used: {problem}',
  'cli.engagement.badMany':
    'Engagement {file} cannot be used: {problem} (and {more} more, see appfi engagement check)',
  'cli.engagement.noCatalog': 'Engagement {file} names no catalog. List its model ids in catalogs.',
  'cli.unfit.row':
    '{place}: the catalog has no such row. Check the id, or give it an item of its own.',
  'cli.unfit.word': '{place}: “{found}” is not among those offered. Use a word of the drop-down.',
  'cli.unfit.date': '{place}: “{found}” is not a date. Write it like 2026-03-02.',
  'cli.unfit.number': '{place}: “{found}” is not a number. Write a number.',

  'cli.usage.unknownOption': 'There is no option {name}. See appfi --help.',
  'cli.usage.unknownCommand': 'There is no command {name}. See appfi --help.',
  'cli.usage.missingArgument': 'The argument {name} is missing. See appfi --help.',
  'cli.usage.optionMissingArgument': 'Option {name} needs a value. Add it.',
  'cli.usage.missingOption': 'The option {name} is required. Add it.',
  'cli.usage.excessArguments': 'Too many arguments. Put file names with blanks in quotes.',
  'cli.usage.conflict': '{name} and {other} do not go together. Leave one of them out.',
  'cli.usage.needs': '{name} does nothing without {other}. Leave it out, or add {other}.',
  'cli.usage.blank': '{name} is empty. Give a value.',
  'cli.usage.other': '{detail}. See appfi --help.',
  'cli.unexpected':
    'Something unexpected went wrong: {detail}. Try again with APPFI_DEBUG=1 and report what it prints.',

  'cli.doc.title': 'The workbook',
  'cli.doc.lead':
    'Generated by `npm run docs`: every sheet, column and formula of a workbook with both models. Roles: key, the row’s id · content, from the catalog or the method · fixed, the add-in’s own · input, for the user to fill · calc, one formula for the whole column.',
  'cli.doc.hidden': 'A hidden sheet.',
  'cli.doc.store': 'In the engagement file',
  'cli.doc.chart': 'Chart',
  'cli.doc.name': 'Name',
  'cli.doc.label': 'Label',
  'cli.doc.role': 'Role',
  'cli.doc.kind': 'Kind',
  'cli.doc.formula': 'Formula',
  'cli.doc.column': 'Column',
  'cli.doc.header': 'Header',
  'cli.doc.lists': 'Drop-downs',
  'cli.doc.list': 'List',
  'cli.doc.entries': 'Entries',
};
