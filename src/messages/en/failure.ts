import type { failure as base } from '../zh-CN/failure';

export const failure: Record<keyof typeof base, string> = {
  'failure.cancelled': 'Cancelled. The workbook is as it was before.',
  'failure.moved':
    'Others are changing the same tables just now, so that nothing was written. Wait a moment, then try again.',
  'failure.underway':
    'Somebody else’s pane is at work in this workbook: {task}, last heard of at {at} (UTC). Wait until it is done, then try again.',
  'failure.broken-off':
    'A change of this workbook was broken off at {at} (UTC): {task}. Open the pane in it, or refresh it: that puts it in order first.',
  'failure.not-taken-back':
    'The change failed ({code}), and so did taking it back. The workbook notes what is left to do: once Excel answers again, the pane puts it in order when it opens.',
  'task.layOut': 'laying out',
  'task.refresh': 'refreshing',
  'task.repair': 'repairing',
  'task.remove': 'removing the sheets',
  'task.merge': 'taking over answers',
  'task.undo': 'taking back a merge',
  'task.upgrade': 'upgrading',
  'task.preset': 'writing a contract',
  'task.sign': 'signing',
  'task.preview': 'trying other figures',
  'failure.changed-since':
    'The workbook has changed since, so this cannot be taken back as a whole. Undo the later changes first, or change back what you mean.',
  'failure.not-ours':
    'This workbook holds no APPFI engagement. Lay one out in it, or use a workbook that APPFI laid out.',
  'failure.newer-layout':
    'A newer version of APPFI ({addIn}) laid this workbook out. Update APPFI first.',
  'failure.unknown-catalog': 'The model catalog “{catalog}” is not here. Open its file as well.',
  'failure.firm-catalog':
    'Your firm’s catalog {file} could not be loaded, or has errors. Tell whoever keeps it, and choose another version.',
  'failure.catalog-other':
    'This workbook is not planned from {catalog} but from {has}. Use a newer version of one of its own models.',
  'failure.catalog-older':
    '{catalog} {version} is older than what the workbook has ({has}). Use a newer file.',
  'failure.catalog-former':
    'The workbook was not made from this {catalog} {version} but from {has}. Give that very file, or none.',
  'failure.edition-unknown':
    'The workbook does not carry {catalog} {version}, from which it was made and by whose definitions money is counted. Give that edition as well, or take the new one as a whole: --take {catalog}, or a tick in the pane.',
  'failure.earlier-layout':
    'Version {addIn} laid this workbook out, and what this needs came later. Refresh the workbook; what was typed and what was signed stays.',
  'failure.kept-unfit':
    'What the engagement keeps of earlier editions of {catalog} cannot be used: {problem} Take that part from the workbook again with appfi read, or remove it from catalogs.',
  'failure.gone':
    'What this needs is no longer in the workbook: a row, table, column or sheet was deleted or renamed. Check and repair the workbook, or undo the deletion.',

  'failure.not-xlsx': 'This is not an Excel workbook. Use a file that Excel saved as .xlsx.',
  'failure.encrypted':
    'The workbook is protected with a password. Open it in Excel, remove the password, save it, and try again.',
  'failure.broken':
    'The workbook is damaged. Open it in Excel, let Excel repair and save it, and try again.',
  'failure.too-large':
    'The file is too large. Remove in Excel what is not needed, save it, and try again.',
  'failure.old-xls':
    'This is an old .xls file. Open it in Excel, save it as .xlsx, and use that file.',
  'failure.not-template':
    'This is not an APPFI template, or what was sent with it is gone. If you have it as it was sent, give that file too.',
  'failure.damaged':
    'What was sent in this file was changed and cannot be relied on. If you have it as it was sent, give that file too.',
  'failure.newer': 'This file was made by a newer version of APPFI. Update APPFI, then try again.',

  'failure.ask-step': '“{name}” is not asked of this audience. Choose from {values}.',
  'failure.ask-dimension': 'There is no dimension “{name}”. Choose from {values}.',
  'failure.rows-crossed':
    'On sheet “{sheet}” rows have the words of other rows, so that answers would stand beside the wrong ones: {found}. Undo that or put the words back, and try again. Nothing was written.',
  'failure.ask-dimensionless':
    'Nothing that is asked here is divided by dimensions. Ask without choosing any.',
  'failure.ask-nothing': 'There is nothing to ask with these steps and dimensions. Choose others.',

  'failure.map-large':
    'The map is larger than {limit} MB. Export it from the workbook again and edit that.',
  'failure.map-deep': 'The map is nested more than {limit} levels deep. Flatten it and try again.',
  'failure.map-many': 'The map has more than {limit} nodes. Split it and try again.',
  'failure.map-xml': 'Line {line} of the map is not valid XML. Save it again in the map editor.',
  'failure.map-entities':
    'The map defines XML entities of its own and is not read. Save it again in the map editor.',
  'failure.map-not-freemind': 'Not a FreeMind or Freeplane map. Save it as .mm.',
  'failure.map-not-opml': 'Not an OPML outline, or an empty one. Save it as OPML 2.0.',
  'failure.map-not-xmind': 'Not an XMind file, or a damaged one. Save it again in XMind.',
  'failure.map-old-xmind': 'A file of XMind 8 or older. Save it again with XMind 2020 or later.',
  'failure.map-not-markdown': 'The outline has neither headings nor bullets. Check the file.',
  'failure.map-foreign':
    'The map is not one that was made from this engagement. Check that both maps are this engagement’s.',
  'failure.map-sweeping':
    'The map would change {changed} of {items} items, more than it keeps. Check that it is the one that was sent and edited.',
  'failure.map-ending': 'This map cannot be read back. Use {endings}.',

  'failure.no-period':
    'There is no settlement period {period}; the contract has {periods}. Choose another.',
  'failure.unsigned-no-name': 'Nobody signs for the vendor. Write who does.',
  'failure.unsigned-no-signature':
    'There is no signature no {detail} to supersede. The Ledger sheet lists them.',
  'failure.unsigned-superseded':
    'Signature no {detail} has been superseded already. Name the one that took its place.',
  'failure.unsigned-other-period':
    'Signature no {detail} does not belong to “{period}”. Sign the period that it belongs to.',
  'failure.unsigned-no-reason':
    'Say why signature no {detail} is superseded; the words go into the ledger.',
  'failure.unsigned-unusual':
    '{detail} If it is meant, say why in words, which go into the ledger, and sign.',
  'failure.unsigned-no-period':
    'There is no settlement period {period}. Choose another, or add it to the contract.',
  'failure.unsigned-to-come':
    '“{period}” is still to come. Sign the period that is due, or set a later as-of date.',
  'failure.unsigned-no-day':
    'There is neither an as-of date nor a reading. Enter readings, or set the as-of date.',
  'failure.unsigned-incomplete':
    'Parts of the workbook are missing, or it is of an earlier version. Refresh or repair it, then sign.',
  'failure.unsigned-value-unknown':
    'Gain share or shortfall follow the value of “{period}”, which is not known. Enter on the Contract sheet the value that both sides recognise.',
  'failure.unsigned-signed': '“{period}” is signed for good already.',
  'failure.unsigned-nothing-new': 'Nothing has changed since “{period}” was last signed.',
  'failure.unsigned-no-amount':
    'There is no amount to sign: {detail}. Correct this on the Contract or Terms sheet first.',
  'failure.unsigned-earlier-open':
    '“{detail}” comes before “{period}” and is not settled. Sign that one first.',
  'failure.unsigned-later-signed':
    '“{detail}” has been signed since, and its entitlement leaves less than “{period}” would pay. Agree on the difference first.',
  'failure.unsigned-checks': 'Checks that the amounts rest on fail: {detail}. Correct them first.',
  'failure.unsigned-ledger': 'The ledger was changed. {detail}',
  'failure.unsigned-differs':
    'Workbook and rules differ in {detail} {detail|cell|cells}. Restore the formulas, or recalculate and save the workbook; then sign.',

  'failure.cell-edit': 'A cell is being edited. Finish with Enter or Esc, then try again.',
  'failure.access-denied':
    'Excel does not allow the change: the workbook is open for reading only, or it is protected. Choose Enable Editing or Edit Workbook, or have the protection taken off under Review; then try again.',
  'failure.sheet-protected':
    'Protected: {sheets}. Nothing was changed. Take the protection off under Review, or ask whoever set it; then try again.',
  'failure.date-1904':
    'This workbook counts days from 1904, so that every date would be four years off. Clear “Use 1904 date system” under File, Options, Advanced (on a Mac: Preferences, Calculation), or use a new workbook.',
  'failure.name-exists':
    'A sheet, table or name that is needed is called like one that is there already. Rename that one, then try again.',
  'failure.stopped':
    'Excel broke off, as it does when another workbook comes to the front meanwhile. Bring this one to the front and try again.',
  'failure.others-editing':
    'Somebody else changed the same place at the same moment. Wait until what they did is shown, then try again.',
  'failure.rows-held':
    'Excel cannot move rows here: a filter, merged cells, a pivot table or full cells at the sheet’s edge hold them. Take off filters and clear what stands in the way, then try again.',
  'failure.excel-lacks':
    'This Excel cannot do it. Install its updates; Excel 2021, Microsoft 365 and Excel on the web can.',
  'failure.signed-out':
    'Excel no longer knows who you are. Sign in to Office again, then try again.',
  'failure.item-not-found':
    'A sheet, table or name that is needed is gone from the workbook. Repair the workbook, then try again.',
  'failure.change-too-large':
    'The change is larger than Excel allows at once. Close other workbooks and try again, or use Excel on the desktop.',
  'failure.busy': 'Excel is busy. Wait a moment, then try again.',
  'failure.offline': 'Excel’s service cannot be reached. Check the network, then try again.',
  'failure.not-loaded':
    'A part of the pane could not be loaded. Check the network, then reload the pane; nothing in the workbook is lost.',
  'failure.template-not-pptx': 'The template is not a PowerPoint file. Give a .pptx or .potx file.',
  'failure.template-size':
    'The slides of the template are not widescreen (16:9). Choose Widescreen under Slide Size in PowerPoint and try again.',
  'failure.template-layout':
    'The template has no layout “{layout}”. Add one in the slide master, or give one this name, and try again.',

  'failure.explain-no-sheet':
    'This workbook has no sheet “{sheet}”. Write the name of one, such as Statement!D24.',
  'failure.explain-no-cell':
    'There is no cell {cell}. Write a sheet and an address, such as Statement!D24.',
  'failure.explain-one-cell':
    '{name} is more than one cell. Choose one, such as Statement!D24, or a row of a table’s column, such as Settlement[earned] with --row 7.',
  'failure.explain-empty':
    '{cell} is empty: there is nothing to explain. Choose a cell with a value.',
  'failure.explain-no-name':
    'There is no name or table “{name}”. The nearest is {near}; a cell can be given too, such as Statement!D24.',
  'failure.explain-no-column': 'Table {table} has no column “{column}”. The nearest is {near}.',
  'failure.explain-which-row':
    'Table {table} has {rows} rows. Say which one, by its number or its id.',
  'failure.explain-no-row':
    'Table {table} has no row “{row}”; it has {rows}. Give the number or the id of one.',
  'failure.explain-no-signature': 'There is no signature no {no}. The Ledger sheet lists them.',
  'failure.explain-order':
    'What changed is told from an earlier moment to a later one: {to} does not come after {from}. Swap them, or choose others.',
  'failure.explain-no-amount':
    'There is no amount as of {day}: {reason}. Correct this first, or choose another day.',
  'failure.readings-too-many-rows':
    'There are more than {rows} rows, and no more can be held here. Use the command line with DuckDB installed (npm install @duckdb/node-api), which reads files beyond memory, or hand in fewer rows.',
  'failure.readings-sql':
    'The SQL must be one SELECT: {detail}. Write a single query that only reads.',
  'failure.readings-no-mapping': 'The workbook keeps no mapping. Give one with --mapping.',
  'failure.readings-bad-mapping': 'The mapping {mapping} cannot be used: {detail}',
};
