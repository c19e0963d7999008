import type { ItemKind } from '../catalog/items';
import { say, type Context } from './context';
import type { TextCell } from './spec';

/** Dimensions of a step that the method's author has not named: their names are ours. */
const hasHouseNames = ({ catalog }: Context, step: ItemKind): boolean =>
  catalog.dimensions.some(({ holds, status }) => status === 'house' && holds.includes(step));

/** A row under a sheet's head: that the names of its dimensions are house wording, where they are. */
export const houseNames = (context: Context, step: ItemKind): TextCell[][] =>
  hasHouseNames(context, step) ? [[{ text: say(context, 'house.names'), look: 'muted' }]] : [];
