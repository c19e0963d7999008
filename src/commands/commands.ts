import { layOut } from '../office';

/**
 * The ribbon's button: lays the workbook out again. What stops it is told in the pane, as a command
 * has no place of its own to speak.
 */
async function refreshWorkbook(): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, (context) => layOut(context, undefined));
  } catch {
    await Office.addin.showAsTaskpane();
  }
}

function onLayOut(event: Office.AddinCommands.Event): void {
  void refreshWorkbook().finally(() => event.completed());
}

if (typeof Office !== 'undefined') {
  void Office.onReady(() => Office.actions?.associate('layOut', onLayOut));
}
