import type { Kind } from '../kind';

const MEMBERS = {
  Title: 'title',
  Author: 'author',
  Subject: 'subject',
  Keywords: 'keywords',
  Comments: 'comments',
} as const;

export const documentProperties: Kind<null> = {
  name: 'DocumentProperties',
  get: Object.fromEntries(
    Object.entries(MEMBERS).map(([member, key]) => [
      member,
      (_, engine) => engine.book.properties[key],
    ]),
  ) as Kind<null>['get'],
  set: Object.fromEntries(
    Object.entries(MEMBERS).map(([member, key]) => [
      member,
      (_, value, engine) => void (engine.book.properties[key] = String(value)),
    ]),
  ) as Kind<null>['set'],
};
