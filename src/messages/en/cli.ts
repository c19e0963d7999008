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
    'Check that a workbook is whole, its formulas are as generated and free of error values; show progress by step.',
  'cli.lay':
    'Lay out over an existing workbook: refresh one of ours, or add to your own. What people typed stays; without --out the file itself is written.',
  'cli.describe': 'List every sheet, column, formula and drop-down of a workbook.',
  'cli.catalog': 'List and check model catalogs.',
  'cli.catalog.list': 'List the models that come with the product.',
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
  'cli.option.model': 'model: key-account, after-sales, both, or an id that --catalog gives',
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
  'cli.lay.loses':
    '{file} holds {what}, which the command line cannot keep when saving. Refresh it with the add-in in Excel, or pass --force to accept the loss.',
  'cli.lost.pictures': 'pictures',
  'cli.lost.comments': 'comments',
  'cli.lost.pivot tables': 'pivot tables',
  'cli.lost.macros': 'macros',
  'cli.lost.slicers': 'slicers',
  'cli.lost.queries': 'queries',
  'cli.lost.links to other files': 'links to other files',
  'cli.lost.controls': 'controls or embedded objects',

  'cli.file.absent': 'There is no {file}. Check the path.',
  'cli.file.folder': '{file} is a folder. Name a file.',
  'cli.file.denied':
    'No permission to read or write {file}. Choose another place or change the permission.',
  'cli.file.busy': '{file} is in use by another program. Close it there and try again.',
  'cli.file.full': 'The disk is full, {file} cannot be written. Free some space and try again.',
  'cli.file.other': '{file} cannot be read or written ({code}). Check the path and the disk.',
  'cli.file.large': '{file} is larger than {limit} MB. Give a smaller file.',
  'cli.out.exists': '{file} exists already. Choose another name, or pass --force to overwrite it.',
  'cli.out.ending': '{file} must end in {ending}. Rename it.',

  'cli.open.not-xlsx': '{file} is not an Excel workbook. Give a file that Excel saved as .xlsx.',
  'cli.open.encrypted':
    '{file} is protected with a password. Remove the password in Excel, save it and try again.',
  'cli.open.old-xls': '{file} is an old .xls file. Save it in Excel as .xlsx.',
  'cli.open.too-large':
    '{file} is too large once unpacked. Remove sheets or pictures it does not need and try again.',
  'cli.open.broken': '{file} is damaged ({detail}). Let Excel repair it, save it and try again.',
  'cli.notOurs':
    '{file} holds no APPFI engagement. Give a workbook that APPFI laid out, or lay out into it with appfi lay --model ….',
  'cli.newerLayout': '{file} was laid out by a newer version ({version}). Update appfi first.',
  'cli.unknownCatalog': 'There is no catalog “{id}”. Give its file with --catalog.',

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
