export { applyToEngagement, applyToWorkbook } from './apply';
export { engagementIdentity } from './identity';
export { layTemplate } from './layTemplate';
export { merge, undo, type Incoming, type Outcome } from './merge';
export { readFilled, sentIn, UnreadableError, type Filled, type Issue } from './read';
export { TemplateError, templateOf, type Template } from './template';
export { View } from './view';
