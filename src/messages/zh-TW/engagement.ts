export const engagement = {
  'engagement.problem.too-large': '檔案超過{limit} MB，不會是一個專案。請核對是否選錯了檔案。',
  'engagement.problem.invalid': '{place}：內容不符合專案檔案的格式。請對照它的JSON Schema修改。',
} as const;
