export const catalog = {
  'catalog.not-json': '文件不是有效的JSON：{detail}。请用JSON编辑器检查后重新载入。',
} as const;
