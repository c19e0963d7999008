import type { deliver as base } from '../zh-CN/deliver';

export const deliver: Record<keyof typeof base, string> = {
  'cli.deliver':
    'Make what ends an engagement from a workbook: mind map, slides, settlement statement, contract annex.',
  'cli.merge-map':
    'Take an edited mind map back: a three-way merge of the map as sent, the map as edited and the workbook as it stands; writes a new workbook or an engagement file. Conflicts are listed and change nothing.',
  'cli.argument.map': 'edited map (.mm, .opml, .xmind, .md)',
  'cli.option.mindmap':
    'mind map: .mm (FreeMind, Freeplane), .opml, .xmind, .md, .svg, .png; one file or several',
  'cli.option.slides': 'slides (.pptx)',
  'cli.option.statement': 'settlement statement: .docx, .pdf or both',
  'cli.option.interview': 'the interviewer’s sheet: .docx, .pdf or both',
  'cli.option.requests': 'the list of data to prepare, with samples: .docx, .pdf or both',
  'deliver.interview.lead':
    'For the interviewer, not to be sent to who is interviewed. Items are value drivers and pains that are picked or may be.',
  'deliver.interview.none': 'The catalog has no questions.',
  'deliver.requests.lead':
    'Please prepare what is listed. Where a definition differs or something does not exist, say so; nothing needs to be made for it. Figures in samples are made up to show the form.',
  'deliver.requests.none': 'The catalog asks for no data.',
  'deliver.requests.samples': 'Samples of the tables',
  'cli.option.annex': 'contract annex on the bet: .docx, .pdf or both',
  'cli.option.slideTemplate':
    'presentation or template of your firm (.pptx, .potx): slides take its layouts, colours and fonts',
  'cli.option.print':
    'workbook for the client to read and print (.xlsx): no working sheets, empty rows or workings, all on A4',
  'cli.option.audience': 'whom the slides are for: steering, team; else team',
  'cli.option.brand':
    'colours, font and logo of your firm (.json): name, accent, accentDark, ink, font, logo',
  'cli.option.periodToState':
    'settlement period of the statement; else the one the workbook would settle',
  'cli.option.font': 'font files for PDF, regular and bold; else a Chinese font of the system',
  'cli.option.langOfDeliverables':
    'language of what is made: zh-CN, zh-TW, en; else the workbook’s',
  'cli.option.sent': 'the map as it was sent, in any of the formats',
  'cli.option.otherMap': 'take a map of another engagement all the same',
  'cli.option.sweeping': 'take a map although it changes more items than it keeps',
  'cli.option.outMerged': 'workbook (.xlsx) or engagement file (.json) to write',
  'cli.deliver.making': 'Making {file} …',
  'cli.deliver.nothing':
    'Nothing to make. Pass --mindmap, --slides, --statement, --annex, --interview, --requests or --print with a file name.',
  'cli.deliver.audience': 'There is no audience “{name}”. Choose one of {values}.',
  'cli.deliver.brand':
    '{file} is no brand file, at {place}. It holds name, accent, accentDark, ink, font and logo; colours like 12697A.',
  'cli.deliver.badFont':
    '{file} is not a font that can be used. Give a .ttf or .otf file; of a collection (.ttc), extract the font first.',
  'cli.deliver.fonts':
    '--font takes a regular and a bold font, not {count} files. Give one or two.',
  'cli.deliver.fontUnused': '--font is for .pdf and .png, and none was asked for. Leave it out.',
  'cli.deliver.noFont':
    'No font with Chinese signs was found for the PDF. Name its files with --font, or make a .docx.',
  'cli.merge.change': '{id}: {part}: {now} → {map}',
  'cli.merge.added': 'New: {text}',
  'cli.merge.done': 'Changes: {changes}. New items: {added}. Conflicts: {conflicts}. Wrote {file}',

  'deliver.part': '{title} ({part}/{parts})',
  'deliver.steering': 'For the steering committee',
  'deliver.team': 'For the project team',
  'deliver.asOf': 'Figures as of {day}',
  'deliver.meaning': 'Meaning',
  'deliver.agreed': 'Agreed',

  'deliver.statement.title': 'Settlement statement',
  'deliver.statement.inPeriod': 'In this period',
  'deliver.statement.toDate': 'To date, and due',
  'deliver.statement.measured': 'How far each term was reached',
  'deliver.statement.perTerm': 'What each term pays',
  'deliver.statement.ledger': 'Signed before',
  'deliver.statement.audit': 'Appendix: how the amount due came about',
  'deliver.statement.auditText':
    'First the readings, agreements and signed amounts that it rests on, with their evidence; then the rules, each once; then each step from top to bottom, with the rule it follows. [n] is the value of item n; round(x; n) rounds to n decimals, min and max take the smallest and the largest, abs leaves out the sign, int rounds down. A calculator is enough to work it out again; shares are written as decimals, 35% as 0.35.',
  'deliver.statement.auditRules': 'Appendix: the rules',
  'deliver.statement.auditSteps': 'Appendix: the calculation step by step',
  'deliver.statement.basis': 'Basis',
  'deliver.statement.basisText':
    'Every amount is taken from the workbook’s Contract, Terms, Settlement and Statement sheets; nothing is reckoned here. Order of operations, curves and conditions stand in the annex to the contract. Once signed, enter it in the ledger with the add-in or the command line: the figures are then frozen.',
  'deliver.clauses.house': 'House wording, to be read by counsel before it is signed.',
  'deliver.clause.objection':
    'Objection. A statement stands unless one side objects in writing within {days} days of receiving it; an objection holds back the disputed part only.',
  'deliver.clause.clientDuties':
    'Client’s duties. The client provides the people, decisions and systems that the plan names, on its dates. Where one of them is late, the dates that rest on it move by as many days.',
  'deliver.clause.dataAccess':
    'Access to data. While a settlement is open, the vendor may read the data that the metrics are computed from, so that either side can compute a reading again from the same source.',
  'deliver.clause.forceMajeure':
    'Force majeure. Where events that neither side controls distort a reading, both sides adjust baseline or window in writing, with the reason; nobody gains or loses by the event itself.',
  'deliver.clause.termination':
    'Early termination. Periods that have ended are settled as agreed. Of the running one, what is earned on the day the contract ends counts in proportion to the days that have passed.',
  'deliver.clause.expert':
    'Expert. A reading or amount that the sides cannot agree on within 30 days is decided by {expert}; the decision binds both, and its cost follows the outcome.',
  'deliver.clause.anyExpert': 'an independent expert whom both sides name',
  'deliver.clause.correction':
    'A signature freezes the amounts of its period. One that was wrong is corrected by a later signature of the same period that names it and says why. Both stay in the ledger; only the later counts. Its amount takes the place of the wrong one, and what was paid by that is set off. Nothing that was signed is altered or erased.',
  'deliver.curve.named': '{name}: {words}',
  'deliver.curve.below': 'Below {at} attainment nothing is paid.',
  'deliver.curve.from': 'From {at} on, {pays} of the stake.',
  'deliver.curve.rising': 'Rising evenly to {pays} at {at}.',
  'deliver.curve.beyond': 'Beyond it, no more than {pays}.',
  'deliver.curve.near': 'Within {at} of the target counts as the target.',
  'deliver.annex.title': 'Annex to the contract: the bet on value',
  'deliver.annex.parties': 'Parties and fee',
  'deliver.annex.conditions': 'Conditions and dates',
  'deliver.annex.evidence': 'Evidence and data sources',
  'deliver.annex.points': 'Attainment → payout share',
  'deliver.annex.curvesText':
    'Nothing below the first point, no more beyond the last. Linear: a straight line between points; step: a point’s payout applies once it is reached.',
  'deliver.annex.correction': 'How a wrong signature is corrected',
  'deliver.annex.notWith': 'Price only one of',
  'deliver.annex.metrics': 'Definitions of the metrics',
  'deliver.annex.notAgreed': 'Nothing is agreed.',

  'deliver.conflict.both-changed':
    '{item}: {part} changed on both sides. Sent “{sent}”, map “{map}”, now “{now}”; what stands now is kept',
  'deliver.conflict.removed-but-changed':
    '{item}: removed from the map, but changed in the workbook; kept',
  'deliver.conflict.gone-but-changed':
    '{item}: the map changes {part} (“{map}”), but the workbook no longer picks it; not taken',
  'deliver.conflict.other-step': '{item}: moved to another step in the map; not moved',
  'deliver.conflict.no-step': '{item}: stands under no step, so its place is unknown; not taken',
  'deliver.conflict.duplicate':
    '{item}: the same id stands twice in the map and the first counts; “{map}” not taken',
  'deliver.conflict.figure':
    '{item}: {part} is a figure and not taken from a map (“{map}”); change it in the workbook',
  'deliver.conflict.frame':
    '“{sent}” is called “{map}” in the map: names of steps and dimensions are not taken from a map; change them in the workbook',
  'deliver.conflict.arrow':
    '{item}: an arrow to “{map}” was drawn; arrows come from the model, not taken',
  'deliver.conflict.unheld': '{item}: “{map}” has no place in the workbook; not taken',
  'deliver.part.title': 'title',
  'deliver.part.text': 'wording',
  'deliver.part.note': 'explanation',
  'deliver.part.dimension': 'dimension',
  'deliver.part.presence': 'pick',
};
