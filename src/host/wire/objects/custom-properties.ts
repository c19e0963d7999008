import type { Sheet } from '../../../book';
import { instance, type Instance, type Kind } from '../kind';
import { invalidArgument, itemNotFound } from '../refusal';

interface Property {
  sheet: Sheet;
  key: string;
}

function find(sheet: Sheet, key: unknown): Instance<Property> | null {
  const found = [...sheet.customProperties.keys()].find(
    (name) => name.toLowerCase() === String(key).toLowerCase(),
  );
  return found === undefined ? null : instance(property, { sheet, key: found });
}

function item(sheet: Sheet, key: unknown): Instance<Property> {
  const found = find(sheet, key);
  if (!found) throw itemNotFound();
  return found;
}

export const customPropertyCollection: Kind<Sheet> = {
  name: 'WorksheetCustomPropertyCollection',
  items: (sheet) =>
    [...sheet.customProperties.keys()].map((key) => instance(property, { sheet, key })),
  item,
  call: {
    Add: (sheet, [key, value]) => {
      if (typeof key !== 'string' || key === '' || typeof value !== 'string')
        throw invalidArgument();
      const known = find(sheet, key);
      sheet.customProperties.set(known?.state.key ?? key, value);
      return find(sheet, key);
    },
    GetItem: (sheet, [key]) => item(sheet, key),
    GetItemOrNullObject: (sheet, [key]) => find(sheet, key),
    GetCount: (sheet) => sheet.customProperties.size,
  },
};

const property: Kind<Property> = {
  name: 'WorksheetCustomProperty',
  key: ({ key }) => ({ Key: key }),
  get: {
    Key: ({ key }) => key,
    Value: ({ sheet, key }) => sheet.customProperties.get(key) ?? '',
  },
  set: { Value: ({ sheet, key }, value) => void sheet.customProperties.set(key, String(value)) },
  call: { Delete: ({ sheet, key }) => void sheet.customProperties.delete(key) },
};
