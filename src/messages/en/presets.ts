import type { presets as base } from '../zh-CN/presets';

/** What contracts and curves to start from put into a workbook. */
export const presets: Record<keyof typeof base, string> = {
  'curve.all-or-nothing': 'All or nothing',
  'curve.from-threshold': 'Linear from 70 %',
  'curve.tiers': 'Three tiers',
  'curve.stretch': 'Stretch, capped at 125 %',

  'bet.preset.signing': 'On signing',
  'bet.preset.handover': 'On hand-over',
  'bet.preset.value': 'By value',
  'bet.preset.final': 'Final settlement',
  'bet.preset.assessment': 'Three-month assessment',
  'bet.preset.half': 'Half a year after go-live',
  'bet.preset.quarter.1': 'First quarter',
  'bet.preset.quarter.2': 'Second quarter',
  'bet.preset.quarter.3': 'Third quarter',
  'bet.preset.quarter.4': 'Fourth quarter',
  'bet.preset.owner': 'Client finance',
  'bet.preset.source': 'Monthly data of the business system',
  'bet.preset.judges': 'Client leads, business and IT',
  'bet.preset.scores': 'Score sheet',
  'bet.preset.movedBy': 'Moved by: {functions}',
  'bet.preset.trend': '{metric}: judged by its trend',
  'bet.preset.target': '{metric}: target reached',
  'bet.preset.key-account.lands': 'The key-account method can land and lift operation',
  'bet.preset.key-account.lands.1':
    'Account plans and roles can be carried out in the posts that exist',
  'bet.preset.key-account.lands.2': 'This phase’s business goals can be derived from the proposal',
  'bet.preset.key-account.helps': 'The deal-winning method helps the win rate',
  'bet.preset.key-account.helps.1': 'The three screening questions keep invalid leads out',
  'bet.preset.key-account.helps.2': 'Four points and one line explain lost deals and the next step',
  'bet.preset.key-account.insight': 'Overall insight into client relations and project behaviour',
  'bet.preset.key-account.insight.1':
    'Key persons and decision chains can be seen and scored in the system',
  'bet.preset.key-account.insight.2': 'What past projects show is used in open deals',
  'bet.preset.after-sales.lands': 'The service method can land and lift operation',
  'bet.preset.after-sales.lands.1':
    'The new work-order flow can be carried out by the outlets and posts that exist',
  'bet.preset.after-sales.lands.2': 'This phase’s service goals can be derived from the proposal',
  'bet.preset.after-sales.helps': 'Diagnosing first and dispatching by skill help first-time fix',
  'bet.preset.after-sales.helps.1': 'Remote diagnosis before the visit names fault and part',
  'bet.preset.after-sales.helps.2': 'A repeat repair can be traced to skill, part or diagnosis',
  'bet.preset.after-sales.insight': 'Overall insight into users, equipment and work orders',
  'bet.preset.after-sales.insight.1':
    'Each device’s repairs, parts and promises can be seen in one place',
  'bet.preset.after-sales.insight.2':
    'What past work orders show is used in dispatch and diagnosis',
};
