import type { practice as base } from '../zh-CN/practice';

export const practice: Record<keyof typeof base, string> = {
  'sheet.maturity': 'Maturity',
  'sheet.interview': 'Interview',
  'sheet.requests': 'Data requests',
  'guide.todo.interview':
    'For who interviews: ask by picked value drivers and pains, follow up, write down.',
  'guide.todo.requests':
    'Step 3 of micro-consulting: the client prepares what is listed, with system, owner and day.',
  'interview.lead':
    'For the interviewer, not to be sent. Ask openly, listen for what stands beside it, then follow up. Picked is 1 for what is picked or may be: filter by it.',
  'requests.lead':
    'What the client prepares in step 3 of micro-consulting, as it follows from the picks; the Word version adds a sample of each table. It can be sent as a template.',
  'interview.column.item': 'Driver or pain',
  'interview.column.question': 'What to ask',
  'interview.column.good': 'What a good answer sounds like',
  'interview.column.followUp': 'Follow up',
  'interview.column.answer': 'What was said',
  'interview.column.who': 'By whom',
  'interview.column.chosen': 'Picked',
  'requests.column.item': 'For which item',
  'requests.column.data': 'What to prepare',
  'requests.column.system': 'From which system',
  'requests.column.due': 'Due',
  'sheet.scope': 'Scope budget',
  'guide.todo.maturity':
    'As-is and to-be of every module, each level by evidence; gaps suggest functions.',
  'guide.todo.scope':
    'Say how many days each phase has; more picks than fit, or a function before what it needs, is told.',
  'maturity.lead':
    'Rate every module as it is and as it shall be at the end of this phase, from 1 to 5. Ask to see the evidence on the right before you rate; the wider the gap, the more its functions are suggested. The levels are house wording.',
  'maturity.byDimension': 'By dimension',
  'maturity.chart': 'Mean maturity by dimension: as is and to be',
  'maturity.column.asIs': 'As is',
  'maturity.column.toBe': 'To be',
  'maturity.column.gap': 'Gap',
  'maturity.column.level': 'Evidence of level {n}',
  'maturity.column.evidence': 'Evidence seen',
  'maturity.column.picked': 'Functions picked',
  'maturity.column.pull': 'Added to suggested',
  'maturity.column.modules': 'Modules',
  'maturity.column.assessed': 'Rated',
  'maturity.prompt.asIs':
    '1 to 5: the highest level whose evidence you have seen; without it the level is not reached.',
  'maturity.prompt.toBe': '1 to 5: the level at the end of this phase; one level a phase is usual.',
  'maturity.prompt.evidence': 'What was shown: a document, record, screen or report, with its date',
  'scope.lead':
    'Scope needs bounds: picked functions are turned into person-days by their effort class and set against the days of each phase. The days of a class are house figures to start from; put in your own.',
  'scope.chart': 'Person-days picked and available by phase',
  'scope.effort': 'Days of an effort class',
  'scope.effort.lead':
    'Person-days that one function of the class takes, client and vendor together. What you change here counts everywhere.',
  'scope.column.functions': 'Functions',
  'scope.column.days': 'Person days',
  'scope.column.capacity': 'Days available',
  'scope.column.left': 'Days left',
  'scope.column.load': 'Load',
  'scope.column.status': 'Does it fit',
  'scope.column.name': 'Phase name',
  'scope.column.over': 'Over',
  'scope.column.classDays': 'Days each',
  'scope.prompt.capacity':
    'Person-days that client and vendor together have for this phase, less holidays and daily work',
  'scope.noPhase': 'No phase yet',
  'scope.status.fits': 'fits',
  'scope.status.over': 'over: move to a later phase, or take less',
  'scope.status.open': 'fill in the days available',
  'scope.status.unphased': 'give these functions a phase',
  'column.needs': 'Needs first',
  'column.phaseNo': 'Phase no',
  'column.unmet': 'Needs not met',
  'column.late': 'Not in place',
  'bet.check.plans': 'No line of the plans after micro-consulting ends before it starts',
  'bet.check.order': 'No step of the micro-consulting starts before the one before has ended',
  'checks.fails.order':
    '{count} {count|step|steps} of the micro-consulting before the step before has ended: change the days',
  'checks.fails.plans':
    '{count} {count|line|lines} of the plans with an end before the start: change the days',
  'bet.check.phases': 'Every phase fits into the days it has',
  'bet.check.needs':
    'What a picked function needs is picked for the same phase or before, or declined',
  'checks.fails.phases':
    '{count} {count|phase holds|phases hold} more than its days: move functions to a later phase, take fewer, or change the days',
  'checks.fails.needs':
    '{count} picked {count|function comes|functions come} before what {count|it needs|they need}: pick that for the same phase or before; where it is in place already, answer No',
  'sheet.customer': 'ESP+ customer line',
  'sheet.project': 'TAS+ project line',
  'sheet.service': 'Service panorama',
  'sheet.rating': 'Account rating',
  'guide.todo.customer':
    'The method’s page for key accounts: mark the steps that this phase is about; what they hold is suggested.',
  'guide.todo.project':
    'The method’s page for winning deals: mark the questions, points and steps that this phase is about.',
  'guide.todo.service':
    'Service on one page: mark the transformations and areas that this phase is about.',
  'guide.todo.rating': 'List accounts with what they give and could give; the class follows.',
  'page.lead':
    'Mark what this phase is about: what a part holds is then suggested in steps 2 to 5, the more the higher its priority. In the pane items are picked from here directly. A name is the author’s or house wording as stated; explanations are house wording.',
  'page.column.group': 'One of',
  'page.column.part': 'Part',
  'page.column.holds': 'What it holds',
  'page.column.offered': 'Items',
  'page.column.picked': 'Picked',
  'page.column.pick': 'This phase',
  'page.prompt.pick':
    'Yes: this phase is about it, and what it holds is suggested. Maybe and No suggest nothing.',
  'rating.lead':
    'Potential is the most an account could give in a year; contribution is what it gave in the last twelve months, corrected by our share of the potential. Fill the limits once, then list accounts: level and class follow.',
  'rating.house':
    'The two axes, the correction by share and class A (high on both) are the author’s; the limits and classes B and C are house wording.',
  'rating.limits': 'Limits',
  'rating.limits.lead':
    'From which figure on an axis counts as medium and as high. Contribution gets the lower of two levels: that of its amount and that of its share.',
  'rating.accounts': 'Accounts',
  'rating.accounts.lead':
    'One row an account, group accounts as one. A contribution above the potential is marked: then the potential is too low.',
  'rating.column.account': 'Account',
  'rating.column.contribution': 'Contribution',
  'rating.column.potential': 'Potential',
  'rating.column.basis': 'Potential estimated from',
  'rating.column.share': 'Our share',
  'rating.column.room': 'Room left',
  'rating.column.potentialLevel': 'Potential is',
  'rating.column.contributionLevel': 'Contribution is',
  'rating.column.class': 'Class',
  'rating.column.potentialNo': 'Potential 1 to 3',
  'rating.column.shareNo': 'Share 1 to 3',
  'rating.column.contributionNo': 'Contribution 1 to 3',
  'rating.column.classNo': 'Class 1 to 3',
  'rating.column.strategy': 'Strategy',
  'rating.column.axis': 'Axis',
  'rating.column.medium': 'Medium from',
  'rating.column.high': 'High from',
  'rating.column.meaning': 'What it means',
  'rating.column.accounts': 'Accounts',
  'rating.prompt.contribution':
    'What the account gave in the last twelve months: revenue or margin, the same for all',
  'rating.prompt.potential':
    'The most it could give in a year, in the same measure, rivals’ part included',
  'rating.axis.potential': 'Potential',
  'rating.axis.contribution': 'Contribution, by amount',
  'rating.axis.share': 'Contribution, by our share of the potential',
  'rating.level.low': 'low',
  'rating.level.medium': 'medium',
  'rating.level.high': 'high',
  'rating.class.A': 'High on both, little room left: defend',
  'rating.class.B': 'High on one, or medium on both: grow',
  'rating.class.C': 'The rest: serve at low cost',
};
