import { instance, type Instance, type Kind } from '../kind';
import { sheetById } from '../lookup';
import { apiNotFound } from '../refusal';
import { application } from './application';
import { customXmlPartCollection } from './custom-xml';
import { functions } from './functions';
import { nameCollection } from './names';
import { rangeOf } from './place';
import { documentProperties } from './properties';
import { settingCollection } from './settings';
import { styleCollection } from './styles';
import { tableCollection } from './tables';
import { worksheetCollection } from './worksheets';

/** The root of every object path. */
const kind: Kind<null> = {
  name: 'Workbook',
  get: {
    Name: () => 'Book1',
    IsDirty: () => true,
    ReadOnly: () => false,
    ChartDataPointTrack: () => true,
  },
  to: {
    Application: () => instance(application, null),
    Functions: () => instance(functions, null),
    Worksheets: () => instance(worksheetCollection, null),
    Tables: () => instance(tableCollection, {}),
    Names: () => instance(nameCollection, {}),
    Styles: () => instance(styleCollection, null),
    Settings: () => instance(settingCollection, null),
    CustomXmlParts: () => instance(customXmlPartCollection, {}),
    Properties: () => instance(documentProperties, null),
  },
  call: {
    GetSelectedRange: (_, _args, engine) =>
      rangeOf(sheetById(engine.book, engine.selection.sheet), engine.selection.area),
    GetActiveCell: (_, _args, engine) =>
      rangeOf(sheetById(engine.book, engine.selection.sheet), {
        ...engine.selection.area,
        rows: 1,
        columns: 1,
      }),
    _RemoveReference: (_, [id], engine) => engine.release(id),
    _RemoveAllReferences: (_, _args, engine) => engine.references.clear(),
    _GetRangeForEventByReferenceId: (_, [id], engine) => {
      const held = engine.references.get(id);
      if (!held) throw apiNotFound('event range');
      return held;
    },
  },
};

export const workbook: Instance<null> = instance(kind, null);
