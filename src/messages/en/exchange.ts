import type { exchange as base } from '../zh-CN/exchange';

export const exchange: Record<keyof typeof base, string> = {
  'sheet.consensus': 'Consensus',
  'sheet.mergeLog': 'MergeLog',
  'exchange.consensus.lead':
    'What respondents answered, cell by cell. Where they differ, write the answer that counts under Decision (a word of the drop-down, a number, a date or a text); the next merge takes it over.',
  'exchange.log.lead':
    'Every file that came back, every cell that was taken over and every answer as it was given. Kept by the add-in; do not edit.',
  'exchange.openQuestions': 'Open questions:',
  'exchange.status.open': 'Open',
  'exchange.status.agreed': 'Agreed',
  'exchange.status.settled': 'Decided',
  'exchange.column.sheet': 'Sheet',
  'exchange.column.question': 'Column',
  'exchange.column.people': 'Answers',
  'exchange.column.agreement': 'Agreement',
  'exchange.column.said': 'Who said what',
  'exchange.column.state': 'Without a decision',
  'exchange.here': 'this workbook',
  'exchange.unclear': 'Decision, not understood',
  'exchange.column.resolution': 'Decision',
  'exchange.column.respondent': 'Respondent',
  'exchange.column.audience': 'Asked as',
  'exchange.column.file': 'File',
  'exchange.column.template': 'Template',
  'exchange.column.batch': 'Merge',
  'exchange.column.on': 'Merged on',
  'exchange.column.before': 'Before',
  'exchange.column.after': 'Now',
  'exchange.column.how': 'How',
  'exchange.column.response': 'File id',
  'exchange.column.sent': 'As sent',
  'exchange.column.place': 'Cell in the file',
  'exchange.prompt.resolution':
    'The answer that counts. It is taken over at the next merge, whatever respondents said.',

  'exchange.audience.lead': 'Client lead',
  'exchange.audience.department': 'Department',
  'exchange.audience.it': 'IT',
  'exchange.audience.finance': 'Finance',
  'template.sheet': 'Please fill',
  'template.title': 'Please fill in: {client}',
  'template.lead':
    'Only what you know is asked. Fill the yellow cells on the sheets below, save, and send the file back. Any spreadsheet program will do.',
  'template.project': 'Project',
  'template.engagement': 'Engagement id',
  'template.audience': 'Asked as',
  'template.respondent': 'Answered by',
  'template.respondent.note': 'Correct the name if someone else answers.',
  'template.due': 'Please return by',
  'template.progress': 'How far you are',
  'template.column.sheet': 'Sheet',
  'template.column.asked': 'To fill',
  'template.column.filled': 'Filled',
  'template.column.left': 'Left',
  'template.column.own': 'Rows',
  'template.filled': 'Filled: {filled} of {asked}',
  'template.complete': 'Complete. Please send the file back.',
  'template.howTo': 'How to fill',
  'template.rule.1':
    'Columns with * are required; red cells are still empty. Everything else is optional.',
  'template.rule.2':
    'Choose from the drop-down where there is one: click the cell, then the small arrow.',
  'template.rule.3':
    'What is missing in a list goes into the yellow empty rows at its end, one a row.',
  'template.rule.4':
    'Sorting, filtering, hiding and renaming do no harm. Please leave the texts in white cells as they are; say it under Comment or Own wording.',
  'template.rule.5': 'Dates as 2026-03-01, shares as 30%, numbers without a unit.',
  'template.rule.6':
    'Each person fills a file of their own. Where answers differ, the consultant will ask.',
  'template.money': 'amounts in {currency}, also as 1.2M or 120k',
  'template.head': 'For {respondent} · due {due}',

  'exchange.issue.value-unknown':
    '{place}: “{found}” is not one of the words offered in “{column}”. Choose one and send the file again, or decide it in the workbook.',
  'exchange.issue.word-own':
    '{place}: “{found}” is not one of the words offered in “{column}”. It was taken as it is.',
  'exchange.issue.signs':
    '{place}: “{found}” holds a tab or another sign that nobody sees. It was taken into “{column}” as it is; maps and papers will show a space or nothing there.',
  'exchange.issue.one-name':
    'Another answer to this template came under the name “{found}”, and they do not go together. Nothing of this file was taken: who has answered here?',
  'exchange.isItem': 'It is an item',
  'exchange.issue.not-number':
    '{place}: “{found}” cannot be read as a number for “{column}”. Write digits only.',
  'exchange.issue.not-date':
    '{place}: “{found}” is not a clear date for “{column}”. Write it as 2026-03-01.',
  'exchange.issue.error-value':
    '{place}: “{found}” is an error or an uncomputed formula. Write the value itself.',
  'exchange.issue.row-duplicated':
    '{place}: “{found}” was answered twice for “{column}”, differently. Keep one answer.',
  'exchange.issue.row-unknown':
    '{place}: “{found}” stands in a row that was not sent, and rows of one’s own are not asked for here.',
  'exchange.issue.nameless':
    '{place}: “{found}” stands in a row without “{column}”. It was taken as a row of its own; name it.',
  'exchange.issue.row-no-item':
    '{place}: “{found}” was taken for a total, a header or a title, not for an item. If it is one, give it another name.',
  'exchange.issue.rows-moved':
    '{place}: {found} rows stand beside the id of another row, as after sorting without the hidden column. They were taken by their words.',
  'exchange.issue.table-shifted':
    '{place}: “{found}” stands beside another row’s id, and which row it is cannot be told. Nothing of this sheet was taken: undo the sorting, or copy the answers into a fresh file.',
  'exchange.issue.number-doubtful':
    '{place}: “{found}” may mean a thousand or a fraction in “{column}”. Write it without the separator, or with other decimals.',
  'exchange.issue.share-of-money':
    '{place}: “{found}” is a share, and “{column}” asks for an amount. Write the amount.',
  'exchange.issue.other-currency':
    '{place}: “{found}” is in another currency than “{column}” asks for. Write the amount in the one asked for.',
  'exchange.issue.out-of-range':
    '{place}: “{found}” lies outside what “{column}” can be. Check it; a share is written as 30%.',
  'exchange.issue.note':
    '{place}: a note or shape says “{found}”. Put it into a cell if it counts.',
  'exchange.issue.picture':
    '{place}: a picture, chart or file (“{found}”) lies here. What it shows was not read; put what counts into a cell.',
  'exchange.issue.marked':
    '{place}: coloured or struck through (“{found}”). If that says something, write it into a cell.',
  'exchange.issue.column-unknown':
    '{place}: “{found}” stands in a column that was not sent (“{column}”). Put it under Comment if it counts.',
  'exchange.issue.column-missing':
    '{place}: the column “{column}” is gone from this sheet; what it held is not known.',
  'exchange.issue.text-changed':
    '{place}: the text that was sent in “{column}” now reads “{found}”. Put it under Own wording or Comment if it counts.',
  'exchange.issue.stray': '{place}: “{found}” stands where nothing was asked.',
  'exchange.issue.table-missing': '{place}: the sheet with these questions is gone from the file.',
  'exchange.issue.table-doubled':
    '{place}: this sheet repeats the questions of another sheet. Only the sheet with most answers was read.',
  'exchange.issue.on-copy':
    '{place}: “{found}” was answered for “{column}” on a copy of the sheet, and not taken. Put it into the sheet itself if it counts.',
  'exchange.error.other':
    '{file} belongs to another engagement ({theirs}; this one is {ours}). Check the file, or pass --other-engagement to merge it all the same.',

  'cli.template':
    'Make a template: a workbook that asks one person only what that person knows, and can be filled without the add-in.',
  'cli.merge':
    'Take the answers of filled templates over into the workbook (.xlsx) or engagement file (.json). The file is changed only if --out names it.',
  'cli.argument.master': 'workbook (.xlsx) or engagement file (.json)',
  'cli.argument.filled': 'filled templates (.xlsx)',
  'cli.option.for': 'whom to ask: lead, department, it, finance',
  'cli.option.steps': 'only these tables, e.g. ask pain',
  'cli.option.dimensions': 'only these dimensions, by id or word',
  'cli.option.respondent': 'who answers',
  'cli.option.due': 'day to return by, e.g. 2026-03-30',
  'cli.option.blank': 'leave out what is answered so far (usual for department)',
  'cli.option.prefilled': 'show what is answered so far (usual for all others)',
  'cli.option.outTemplate': 'template to write (.xlsx)',
  'cli.option.outMaster':
    'workbook (.xlsx) or engagement file (.json) to write; may be the file itself',
  'cli.option.dryMerge': 'say what would be taken over and write nothing',
  'cli.option.rule':
    'where answers differ: lead (the client lead’s counts), majority, or keep-both (texts are joined); else they stay open',
  'cli.option.undo': 'take the latest merge back; what was edited since is kept',
  'cli.option.answers':
    'questions about what is in doubt (.json): written if there is no such file; with answers put in, used at the next run',
  'cli.option.sentTemplate':
    'templates as they were sent, for files that have lost what was sent with them',
  'cli.option.otherEngagement': 'merge files of another engagement all the same',
  'cli.template.audience': 'There is no audience “{name}”. Choose one of {values}.',
  'cli.template.respondent': 'The respondent has no name. Give one with --respondent.',
  'cli.template.done':
    '{file}: {questions} {questions|cell|cells} to fill on {sheets} {sheets|sheet|sheets}, for {respondent}.',
  'cli.merge.ending': '{file} must end in {ending}, as {master} does. Rename it.',
  'cli.merge.nothingToMerge': 'Name at least one filled template, or pass --undo.',
  'cli.merge.undoAlone': 'With --undo, name no filled templates.',
  'cli.merge.noRule': 'There is no rule “{name}”. Choose one of {values}.',
  'cli.merge.none': 'No merge is left to take back.',
  'cli.merge.file': '{file}: {respondent} ({audience}), {answers} {answers|answer|answers}',
  'cli.merge.again': '{file}: merged before, nothing new.',
  'cli.merge.set': '{sheet} · {item} · {column}: {before} → {after} ({by})',
  'cli.merge.open': 'Open: {sheet} · {item} · {column}: {said}',
  'cli.merge.keptEdit': 'Kept as edited since: {sheet} · {item} · {column}: {now}',
  'cli.merge.summary':
    'Files: {files}. Taken over: {changes}. Own rows: {rows}. Open questions: {open}. Not understood: {issues}.',
  'cli.merge.canAnswer':
    '{count} of these can be settled here: --answers questions.json writes the questions into a file.',
  'cli.merge.toAnswer':
    '{file} asks {count} {count|question|questions}: put in the answers and run this again.',
  'cli.merge.howToAnswer':
    'Put one of the choices, or what the cell shall say, into answer; "" leaves it out, null leaves it open. Then merge again with the same --answers.',
  'cli.merge.badAnswers':
    '{file} is not a file of questions as --answers writes it. Name another file, or remove it.',
  'cli.merge.answerUnasked':
    '{file}: “{found}” is answered, but no longer asked. Put null there, or remove the question.',
  'cli.merge.answerUnclear':
    '{file}: the answer “{answer}” about “{found}” is not understood. Write what the cell shall say.',
  'cli.merge.answerNoChoice':
    '{file}: the answer “{answer}” about “{found}” is not understood. Choose one of {choices}.',
  'cli.merge.dry': 'Dry run: nothing written.',
  'cli.merge.noOut':
    'Name the file to write with --out (it may be the file itself), or pass --dry-run.',
};
