export const catalog = {
  'catalog.not-json': '檔案不是有效的JSON：{detail}。請用JSON編輯器檢查後重新載入。',
} as const;
