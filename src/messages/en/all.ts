import { bet } from './bet';
import { catalog } from './catalog';
import { checks } from './checks';
import { cli } from './cli';
import { dashboard } from './dashboard';
import { deliver } from './deliver';
import { editions } from './editions';
import { engagement } from './engagement';
import { exchange } from './exchange';
import { experience } from './experience';
import { failure } from './failure';
import { finance } from './finance';
import { measure } from './measure';
import { method } from './method';
import { office } from './office';
import { pane } from './pane';
import { paneBet } from './paneBet';
import { paneExchange } from './paneExchange';
import { paneNext } from './paneNext';
import { paneReadings } from './paneReadings';
import { paneSteps } from './paneSteps';
import { paneValue } from './paneValue';
import { portfolio } from './portfolio';
import { practice } from './practice';
import { presets } from './presets';
import { readings } from './readings';
import { readingsTold } from './readingsTold';
import { settlement } from './settlement';
import { terms } from './terms';
import { value } from './value';
import { workbench } from './workbench';
import { workbook } from './workbook';
import { workshop } from './workshop';

export const messages = {
  ...bet,
  ...catalog,
  ...checks,
  ...cli,
  ...dashboard,
  ...deliver,
  ...editions,
  ...engagement,
  ...exchange,
  ...experience,
  ...failure,
  ...finance,
  ...measure,
  ...method,
  ...office,
  ...pane,
  ...paneBet,
  ...paneExchange,
  ...paneNext,
  ...paneReadings,
  ...paneSteps,
  ...paneValue,
  ...portfolio,
  ...practice,
  ...presets,
  ...readings,
  ...readingsTold,
  ...settlement,
  ...terms,
  ...value,
  ...workbench,
  ...workbook,
  ...workshop,
};
