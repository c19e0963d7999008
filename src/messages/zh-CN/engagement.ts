export const engagement = {
  'engagement.problem.too-large': '文件超过{limit} MB，不会是一个项目。请核对是否选错了文件。',
  'engagement.problem.invalid': '{place}：内容不符合项目文件的格式。请对照它的JSON Schema修改。',
} as const;
