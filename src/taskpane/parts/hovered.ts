import { tokens } from '@fluentui/react-components';

/**
 * What can be pressed, under the pointer: what lies on it keeps its own colours. Fluent's hover of high
 * contrast is as bright as text and charts are; there it is the edge that shows it.
 */
export const hovered = {
  backgroundColor: tokens.colorNeutralBackground6,
  boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStrokeInteractive}`,
};
