import { catalog } from './catalog';
import { cli } from './cli';
import { engagement } from './engagement';
import { method } from './method';
import { office } from './office';
import { pane } from './pane';
import { workbook } from './workbook';

export const messages = {
  ...catalog,
  ...cli,
  ...engagement,
  ...method,
  ...office,
  ...pane,
  ...workbook,
};
