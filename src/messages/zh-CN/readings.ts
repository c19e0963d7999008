/** 由数据算出的读数。 */
export const readings = {
  'sheet.mapping': '读数映射',
  'readings.column.says': '内容',
  'readings.evidence.mapping': '映射',
  'readings.evidence.query': '查询',
  'readings.evidence.rows': '{count} 行',
  'readings.status.new': '新增',
  'readings.status.changed': '有变',
  'readings.status.unchanged': '不变',
  'readings.status.refused': '不收',
  'readings.rowsBefore': '行数原为 {before}，现为 {now}',
  'readings.inSigned': '在已签署的期间内',
  'readings.remark.no-metric':
    '工作簿中没有指标 {metric}。请在映射或文件中改用 Metrics 表里的编号。',
  'readings.remark.no-query':
    '{metric}：目录没有给出这个指标的查询。请在映射里写明 query、given 或 sql。',
  'readings.remark.no-table': '{metric}：映射里没有表 {table}。请在 tables 中写上它。',
  'readings.remark.no-column':
    '{metric}：表 {table} 没有列 {column}。请在映射的 columns 中写上它，或改正名称。',
  'readings.remark.wrong-type':
    '{metric}：表 {table} 的列 {column} 是 {type}，这里要的是 {types}。请改正列的 type，或换一列。',
  'readings.remark.wrong-parts': '{metric} 是比率，要有 numerator 和 denominator，不能只有 value。',
  'readings.remark.no-header':
    '{file}：表 {table} 的列 {column} 应来自“{example}”，文件里没有这一列，只有：{detail}。请改正映射里的列名。',
  'readings.remark.unreadable':
    '表 {table} 的列 {column} 有 {count} 格读不懂，例如“{example}”。数字旁有单位的写 unit，日期先日或先月的写 dates，特别的字样写 words；否则请改文件。',
  'readings.remark.ragged':
    '{file} 有 {count} 行的格数与表头不同，例如“{example}”。请检查分隔符与引号后重新导出。',
  'readings.remark.two-headers':
    '{file} 有 {count} 列都可能是“{example}”，表 {table} 的列 {column} 无法确定。请改其中一列的名称；若上面还有分组表头，映射里写“分组 列名”，中间空一格。',
  'readings.remark.footer': '{file} 末尾有 {count} 行不是数据，例如“{example}”：不计。',
  'readings.remark.damaged':
    '{file} 读不了（{detail}）。请重新导出，或在映射里写明 encoding 与 separator。',
  'readings.remark.compressed':
    '{file} 用 {detail} 压缩，只有 DuckDB 能读。请改用 Snappy、gzip 或 zstd 保存，或使用装有 DuckDB 的命令行。',
  'readings.remark.no-rows': '{file} 没有任何行。请检查导出的条件。',
  'readings.remark.no-sheet': '{file} 里没有工作表“{detail}”。请改正映射里的 sheet。',
  'readings.remark.no-files':
    '没有文件属于表 {table}。请用 --from 给出，或改正映射里这张表的 files。',
  'readings.remark.repeated': '表 {table} 有 {count} 行与别的行完全相同，只算一次。',
  'readings.remark.twins':
    '表 {table} 有 {count} 个主键对应着内容不同的几行，例如 {example}。请只留下算数的那一行。',
  'readings.remark.source': '{metric}：它要用的表 {table} 有问题，见上。',
  'readings.remark.no-days': '{metric}：表 {table} 没有一行有可用的日期。请检查日期列的映射。',
  'readings.remark.no-span':
    '{metric}：数据从 {first} 到 {last}，没有一个完整的期间。请把截止日（{until}）放后，或取更长的数据。',
  'readings.remark.ends-early':
    '{metric}：数据止于 {day}，而最后一期到 {last}。若导出时该期尚未结束，请把截止日提前。',
  'readings.remark.empty': '{metric}：{from} 至 {to} 没有任何计入的行，不产生读数。',
  'readings.remark.zero': '{metric}：{from} 至 {to} 的分母是 0，算不出比率。请检查条件与数据。',
  'readings.remark.blank-amounts':
    '{metric}：到 {to} 的这一期，表 {table} 有 {count} 行没有数值，算行数但不计入金额。',
  'readings.remark.needs-duckdb':
    '{metric}：SQL 要由 DuckDB 计算，而它没有安装。请运行 npm install @duckdb/node-api。',
  'readings.remark.sql': '{metric}：SQL 没能算出来：{detail}。请改正后再试。',
  'readings.remark.no-readings': '{metric}：结果里没有一行。请检查条件。',
  'readings.remark.no-date':
    '{metric}：第 {no} 行没有可用的 date（期间的最后一天），或 from 在它之后。请写作 2026-06-30。',
  'readings.remark.twice': '{metric}：{date} 有两行。每个期间只能有一行，请去掉一行。',
  'readings.remark.no-amount':
    '{metric}：{date} 没有 value，也没有 numerator 和 denominator。请补上数字，不带单位。',
  'readings.remark.overlaps':
    '{metric}：到 {date} 的期间与已有读数（{from} 至 {to}）重叠，同一段时间会算两次。请改期间，或先删去已有的那一行。',
  'readings.remark.signed':
    '{metric}：{date} 在已签署的期间内（至 {signed}），不作改动。只有明确要求才改（命令行用 --over-signed）；签署的金额不变，改动会被报告。',
  'readings.remark.stray-file':
    '{file} 不属于映射里的任何一张表。请改正某张表的 files，或不给这个文件。',
  'readings.remark.two-tables': '{file} 同时属于 {tables}。请把它们的 files 写得不同。',
  'cli.readings': '从客户数据算出读数：先列出新增、有变、不变与不收的，再写入工作簿。',
  'cli.readings.about':
    '映射说明哪些文件是哪张表、哪一列是哪一列、每个指标怎么读，格式见 schema/mapping.schema.json；写入时随工作簿保存，以后可以不再给出。只要有一条不收，退出码为 1。说明见 docs/readings-data.md 与 docs/readings.md。',
  'cli.option.from': '数据文件：.csv、.txt、.xlsx、.jsonl、.json、.parquet',
  'cli.option.mapping': '映射文件；不给则用工作簿里保存的',
  'cli.option.mappingSchema': '映射文件的 JSON Schema',
  'cli.option.readings':
    '别处算出的读数，列为 metric、date、value 或 numerator 与 denominator，可有 from、rows、query',
  'cli.option.asOfReadings': '数据截至这一天，之后结束的期间不算；不给则为今天',
  'cli.option.dryReadings': '只列出，不写入',
  'cli.option.overSigned': '已签署期间内的读数也改',
  'cli.option.sql':
    '不计算，只打印每个指标的查询，在数据所在处运行（duckdb、spark 或 trino；不写则为 trino）',
  'cli.option.outReadings': '写入这个文件；不给则写回原工作簿',
  'cli.readings.counts': '新增 {new} · 有变 {changed} · 不变 {unchanged} · 不收 {refused}',
  'cli.readings.written': '已写入 {file}。',
  'cli.readings.dry': '没有写入任何内容。',
  'cli.readings.held': '有不收的，没有写入任何内容。改正后再试，或用 --partial 只收其余的。',
  'cli.option.partial': '有不收的也写入其余的',
  'cli.readings.column.metric': '指标',
  'cli.readings.column.span': '期间',
  'cli.readings.column.before': '原值',
  'cli.readings.column.now': '现值',
  'cli.readings.column.rows': '行数',
  'cli.readings.column.status': '结果',
  'cli.readings.source': '请给出 --from（配合映射）或 --readings。',
  'cli.readings.table': '表 {table}：{files} 个文件，{rows} 行',
};
