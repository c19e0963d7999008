import type { experience as base } from '../zh-CN/experience';

/** Experience kept: newer catalogs into engagements, and back. */
export const experience: Record<keyof typeof base, string> = {
  'cli.upgrade':
    'Bring a newer catalog into a running engagement: what is added, reworded, moved, retired and redefined, and what that comes to in money, is shown by --dry-run; what people said stays.',
  'cli.upgrade.about':
    'Without --catalog the models that come with the product are taken. Answered items that the catalog has retired stay and say so under Origin; others go. Texts that someone changed stay. What a contract bets on or somebody has signed keeps its definition until you take the new one with --take. A folder is looked at with --dry-run, one line for each engagement.',
  'cli.option.fromEdition':
    'edition that a workbook was made from, where it carries none (catalog file)',
  'cli.option.dryRun': 'show what would change, write nothing',
  'cli.upgrade.out': 'Name the workbook to write with --out, or look first with --dry-run.',
  'cli.upgrade.from': '{id}: {from} → {to}',
  'cli.upgrade.same': '{id}: {from}, the same',
  'cli.upgrade.nothing': 'Nothing changes: the workbook is up to date.',
  'cli.upgrade.links': 'Links between items: {added} added, {removed} removed.',
  'cli.upgrade.counts':
    'Added: {added}. Reworded: {reworded}. Moved: {moved}. Retired: {retired}. Redefined: {redefined}.',
  'cli.upgrade.column.change': 'Change',
  'cli.upgrade.column.step': 'Step',
  'cli.upgrade.column.item': 'Item',
  'cli.upgrade.column.pick': 'Pick',
  'cli.upgrade.column.outcome': 'What happens',
  'cli.upgrade.kind.added': 'added',
  'cli.upgrade.kind.reworded': 'reworded',
  'cli.upgrade.kind.moved': 'moved',
  'cli.upgrade.kind.retired': 'retired',
  'cli.upgrade.outcome.comes': 'comes',
  'cli.upgrade.outcome.renewed': 'renewed',
  'cli.upgrade.outcome.kept': 'yours stays',
  'cli.upgrade.outcome.stays': 'stays, marked as retired',
  'cli.upgrade.outcome.goes': 'goes',
  'cli.option.take':
    'redefined items to take although a contract or a signature rests on them: ids, or all',
  'cli.option.takeEdition':
    'models whose edition at hand is taken as a whole, where the workbook does not carry its own and money rests on it: ids, or all',
  'cli.option.successor': 'which item takes over what was said of a retired one: OLD=NEW',
  'cli.upgrade.badSuccessor':
    '“{name}” does not say OLD=NEW. Give the retired id, =, and the id that takes it over.',
  'cli.upgrade.badDecision':
    '{file} has nothing to decide about “{id}”. See appfi upgrade --dry-run for what is open.',
  'cli.argument.workbookOrFolder': 'workbook (.xlsx), or with --dry-run a folder of them',
  'cli.upgrade.folder':
    '{file} is a folder. Look at it with --dry-run; then upgrade each workbook by itself.',
  'cli.upgrade.column.file': 'Workbook',
  'cli.upgrade.column.engagement': 'Engagement',
  'cli.upgrade.column.edition': 'Catalog',
  'cli.upgrade.column.changes': 'Changes',
  'cli.upgrade.column.open': 'To decide',
  'cli.upgrade.column.before': 'before',
  'cli.upgrade.column.after': 'after',
  'cli.upgrade.summary':
    'Workbooks: {read} read, {changed} would change, {open} to be decided about, {skipped} not read.',
  'cli.option.base': 'catalog files that the file changes',
  'cli.option.against': 'folder of engagements: what the catalog would change in each',
  'cli.library.two':
    '{file} and {other} are both {name}, and do not say the same. Give one of them another version, or take it out of the folder.',
  'cli.library.badSettings':
    '{file} is not a settings file. Write {"catalogs": "FOLDER", "withhold": "WORDS.txt"}, or one of the two.',
  'cli.library.notFolder':
    '{file} cannot be read as a folder of catalogs. Check APPFI_CATALOGS or the settings file.',
  'cli.library.otherVersions':
    'There is no {name} among the firm’s catalogs, which has {values}. Choose one of them.',
  'catalogBook.lead': 'What the catalog says about itself. Raise the version when you change it.',
  'catalogBook.lead.list':
    'One thing a row; sort, insert and delete rows as you like. Several ids stand below one another in a cell; a link is an id and its strength, 1 to 3.',
  'editBook.words': 'The words of the drop-downs. They are fixed.',
  'cli.catalog.export': 'Write a catalog as a workbook to edit.',
  'cli.catalog.import': 'Read an edited catalog workbook back into a catalog file.',
  'cli.argument.catalogOrModel': 'catalog file (.json), or the id of a built-in model',
  'cli.argument.catalogBook': 'catalog workbook (.xlsx)',
  'cli.option.outCatalog': 'catalog file to write (.json)',
  'cli.catalog.imported': 'Catalog {id} {version}: {count} items.',
  'cli.catalog.notImported': 'Nothing was written. Correct the workbook as said above.',
  'harvest.title': 'Harvest for review',
  'harvest.lead.items':
    'Items that clients added, and how many of the engagements did so. Write yes under accept, or no to be asked no more; complete what is blank, give the new id a good name. Suspicious words hold a yes back until the text is reworded or cleared says yes. What reads alike stands beside; into names an item that says the same.',
  'harvest.lead.wordings':
    'Wordings that clients preferred to the catalog’s, and how many of those who had the item. Take one for each text; no means that it is not proposed again. A language left blank keeps its text and is marked as older. Suspicious words hold a yes back until cleared says yes.',
  'harvest.lead.figures':
    'What engagements measured. Accepted figures are kept beside the metric or driver, with the engagement’s id and no name.',
  'harvest.lead.review': 'Which catalog this review is for.',
  'cli.harvest':
    'Propose what finished engagements leave for a catalog, and take over what was accepted.',
  'cli.harvest.about':
    'First: harvest FILE… --into CATALOG --review review.xlsx. Names, addresses, numbers of accounts and telephones, amounts and other numbers in texts become placeholders; --keep names or figures keeps them; words of --withhold never leave. Then, after the review: harvest --into CATALOG --accept review.xlsx --by NAME --out NEW.json.',
  'cli.argument.workbooks': 'workbooks (.xlsx) of finished engagements',
  'cli.option.into': 'catalog file (.json), or the id of a built-in model',
  'cli.option.review': 'review to write, .xlsx or .json',
  'cli.option.accept': 'review in which proposals are accepted, .xlsx or .json',
  'cli.option.byHarvest': 'who accepts',
  'cli.option.onHarvest': 'day of acceptance, such as 2026-06-30; else today',
  'cli.option.keep': 'keep in texts: names, figures',
  'cli.harvest.how':
    'Name workbooks and --review to propose, or --accept with a review to take over.',
  'cli.harvest.ending': '{file}: a review is an .xlsx or a .json file. Give it that ending.',
  'cli.harvest.keep': '--keep knows names and figures, not “{name}”.',
  'cli.harvest.other':
    '{file} is not planned from catalog {id}. Name the catalog that it is planned from.',
  'cli.harvest.proposed':
    'Proposed: {items} items, {wordings} wordings, {figures} sets of figures.',
  'cli.harvest.next': 'Write yes under accept in {file}, then run appfi harvest --accept.',
  'cli.harvest.acceptNeeds':
    'Say who accepts with --by, and name the catalog file to write with --out.',
  'cli.harvest.acceptAlone':
    'With --accept the review says everything. Leave out the workbooks, or use --review.',
  'cli.harvest.nothing': 'Nothing is decided in {file}: write yes or no under accept.',
  'cli.harvest.accepted':
    '{id} {from} → {to}. Added: {added}. Reworded: {reworded}. With figures: {observed}. Refused: {refused}.',
  'cli.harvest.refused': 'Nothing was written. Correct the review as said above.',
  'cli.amounts.title': 'Amounts that nobody has signed and that change:',
  'cli.amounts.none': 'No amount changes; what was signed stays as signed.',
  'cli.amounts.column.amount': 'Amount',
  'cli.amounts.column.from': 'Before',
  'cli.amounts.column.to': 'Now',
  'cli.amounts.column.change': 'Change',
  'cli.option.withhold':
    'words that never leave, one a line (.txt); else the file that APPFI_WITHHOLD or the settings file names',
  'cli.harvest.shortWord':
    '{file}: “{word}” is too short to be looked for. Give at least two signs a line.',
  'cli.harvest.suspicious':
    '{count} {count|proposal has|proposals have} words that may be somebody’s name: look under suspicious.',
};
