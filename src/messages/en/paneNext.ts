import type { paneNext as base } from '../zh-CN/paneNext';

export const paneNext: Record<keyof typeof base, string> = {
  'pane.next': 'Next:',
  'pane.next.go': 'Do it now',
  'pane.next.repair':
    '{count} {count|thing is|things are} wrong with the workbook. Repair it first, so that its figures can be trusted.',
  'pane.next.pick.ask': 'In Ask, tick what this phase shall bring: three to six value drivers.',
  'pane.next.pick.plan': 'In Plan, pick the mode of this phase and an early ignition point.',
  'pane.next.pick.pain': 'In PainPoints, pick the key ones to solve in this phase.',
  'pane.next.pick.function': 'In Functions, pick the key functions to realise in this phase.',
  'pane.next.pick.innovation':
    'In Innovate, pick one or two innovations that a small trial can start with.',
  'pane.next.pick.suggested':
    '{step}: your picks suggest {count} {count|item|items}. Begin with the strongest.',
  'pane.next.scope': 'Put at least one metric in scope, to read the value by.',
  'pane.next.target': 'Agree on baseline and target of “{metric}”.',
  'pane.next.targets':
    'Agree on baseline and target of “{metric}” and {count} more, or take out of scope what you will not measure.',
  'pane.next.return': 'No return yet: {what}.',
  'pane.next.returnOf': 'No return yet: {what} ({metric}: {status}).',
  'pane.next.contract': 'Choose a contract to start from; three to five terms are enough.',
  'pane.next.term': 'Term {name}: {problem}.',
  'pane.next.problem': 'The contract cannot be settled yet: {problem}.',
  'pane.next.refresh':
    'The tables are too short for all terms and periods. Refresh the workbook; what was typed stays.',
  'pane.next.check': '{check}. Put it right before you settle.',
  'pane.next.checks':
    '{check}, and {count} more {count|check fails|checks fail}. Put {count|both|them all} right before you settle.',
  'pane.next.wait': '“{period}” is settled on {day}. Keep entering readings until then.',
  'pane.next.read': '“{period}” can be settled once these terms have readings: {terms}.',
  'pane.next.judge': '“{period}” can be settled once both sides have scored {terms}.',
  'pane.next.sign': '“{period}”: {amount} is due. Check it and sign.',
  'pane.next.settle': '“{period}” has come: see what is missing, then sign.',
  'pane.next.deliver': 'All that was due is signed. Hand over the map, the slides and the papers.',

  'pane.undo': 'Undo (Ctrl+Z): {what}',
  'pane.undo.none': 'Nothing to undo',
  'pane.undo.kept':
    '{kept} {kept|cell was|cells were} changed again since, and {kept|stays|stay} as {kept|it is|they are}.',
  'pane.redo': 'Redo (Ctrl+Y): {what}',
  'pane.redo.none': 'Nothing to redo',
  'pane.done': 'What was done',
  'pane.done.none': 'Nothing was changed since the pane was opened.',
  'pane.done.undo': 'Undo',
  'pane.done.undoTo': 'Undo to here',
  'pane.done.set': '{place} → {value}',
  'pane.done.emptied': '{place}: emptied',
  'pane.done.added': 'Added “{item}”',
  'pane.done.removed': 'Removed “{item}”',
  'pane.done.moved': 'Own items put in another order',
  'pane.done.more': '{what} and {count} more',
  'pane.done.layOut': 'Workbook laid out',
  'pane.done.refresh': 'Workbook refreshed',
  'pane.done.repair': 'Workbook repaired',
  'pane.done.preset': 'Contract written',
  'pane.done.rows': 'Rows added for the contract',
  'pane.done.merge': '{count} {count|file|files} merged',
  'pane.done.strongest': 'The {count} strongest suggestions picked',
};
