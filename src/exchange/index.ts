export { isReplyTo, type Issue, type Reply } from './ask';
export { applyToEngagement, applyToWorkbook } from './apply';
export { layTemplate } from './layTemplate';
export { isKnown, merge, undo, type Incoming, type MergeOutcome } from './merge';
export { readFilled, readWith, sentIn, UnreadableError, type Filled } from './read';
export { describeIssue, tell, type Told } from './tell';
export { askable, questionsIn, TemplateError, templateOf, type Template } from './template';
export { isHeld, whose } from './whose';
