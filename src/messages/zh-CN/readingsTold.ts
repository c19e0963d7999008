/** 算读数时关于数据要说的话；随它们载入，窗格开始时不带。 */
export const readingsTold = {
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
    '{metric}：表 {table} 没有字段 {column}。请在映射的 columns 中写上它，或改正名称。',
  'readings.remark.wrong-type':
    '{metric}：表 {table} 的字段 {column} 是 {type}，这里要的是 {types}。请改正它的 type，或换一个字段。',
  'readings.remark.wrong-parts': '{metric} 是比率，要有 numerator 和 denominator，不能只有 value。',
  'readings.remark.no-header':
    '{file}：表 {table} 的字段 {column} 应来自“{example}”，文件里没有，只有：{detail}。请改正映射里的名称。',
  'readings.remark.unreadable':
    '表 {table} 的字段 {column} 有 {count} 格读不懂，例如“{example}”。数字旁有单位的写 unit，日期先日或先月的写 dates，特别的字样写 words；否则请改文件。',
  'readings.remark.ragged':
    '{file} 有 {count} 行的格数与表头不同，例如“{example}”。请检查分隔符与引号后重新导出。',
  'readings.remark.two-headers':
    '{file} 有 {count} 个字段都可能是“{example}”，表 {table} 的字段 {column} 无法确定。请改其中一个的名称；若上面还有分组表头，映射里写“分组 字段名”，中间空一格。',
  'readings.remark.footer': '{file} 末尾有 {count} 行不是数据，例如“{example}”：不计。',
  'readings.remark.damaged':
    '{file} 读不了（{detail}）。请重新导出，或在映射里写明 encoding 与 separator。',
  'readings.remark.compressed':
    '{file} 用 {detail} 压缩，只有 DuckDB 能读。请改用 Snappy、gzip 或 zstd 保存，或使用装有 DuckDB 的命令行。',
  'readings.remark.no-rows': '{file} 一行也没有。请检查导出的条件。',
  'readings.remark.no-sheet': '{file} 里没有工作表“{detail}”。请改正映射里的 sheet。',
  'readings.remark.no-files':
    '没有文件属于表 {table}。请用 --from 给出，或改正映射里这张表的 files。',
  'readings.remark.repeated': '表 {table} 有 {count} 行与另一行完全相同，只算一次。',
  'readings.remark.twins':
    '表 {table} 有 {count} 个主键对应着内容不同的一些行，例如 {example}。请只留下算数的那一行。',
  'readings.remark.source': '{metric}：它要用的表 {table} 有问题，见上。',
  'readings.remark.no-days': '{metric}：表 {table} 没有一行有可用的日期。请检查日期字段的映射。',
  'readings.remark.no-span':
    '{metric}：数据从 {first} 到 {last}，没有一个完整的期间。请把截止日（{until}）放后，或取更长的数据。',
  'readings.remark.ends-early':
    '{metric}：数据止于 {day}，而最后一期到 {last}。若导出时该期尚未结束，请把截止日提前。',
  'readings.remark.empty': '{metric}：{from} 至 {to} 没有一行计入，不产生读数。',
  'readings.remark.zero': '{metric}：{from} 至 {to} 的分母是 0，算不出比率。请检查条件与数据。',
  'readings.remark.blank-amounts':
    '{metric}：到 {to} 的这一期，表 {table} 有 {count} 行没有数值，算行数但不计入金额。',
  'readings.remark.needs-duckdb':
    '{metric}：SQL 要由 DuckDB 计算，而它没有安装。请运行 npm install @duckdb/node-api。',
  'readings.remark.sql': '{metric}：SQL 没能算出来：{detail}。请改正后再试。',
  'readings.remark.no-readings': '{metric}：结果里没有一行。请检查条件。',
  'readings.remark.no-date':
    '{metric}：第 {no} 行没有可用的 date（期间的最后一天），或 from 在它之后。请写作 2026-06-30。',
  'readings.remark.twice': '{metric}：{date} 不止一行。每个期间只能有一行，请去掉一行。',
  'readings.remark.no-amount':
    '{metric}：{date} 没有 value，也没有 numerator 和 denominator。请补上数字，不带单位。',
  'readings.remark.overlaps':
    '{metric}：到 {date} 的期间与已有读数（{from} 至 {to}）重叠，同一段时间会算两次。请改期间，或先删去已有的那一行。',
  'readings.remark.signed':
    '{metric}：{date} 在已签署的期间内（至 {signed}），不作改动。只有明确要求才改（命令行用 --over-signed）；签署的金额不变，改动会被报告。',
  'readings.remark.stray-file':
    '{file} 不属于映射里的任何一张表。请改正某张表的 files，或不给这个文件。',
  'readings.remark.two-tables': '{file} 同时属于 {tables}。请把它们的 files 写得不同。',
  'readings.remark.strange-word':
    '表 {table} 的字段 {column} 有 {count} 格写的是“{example}”一类的词，而它只认 {detail}。请在映射的 words 里写明各是其中哪一个（空白表示没有），或改文件。',
  'readings.remark.no-such-word':
    '{metric}：表 {table} 的字段 {column} 里没有一行写着“{value}”，请核对写法；那里写的有 {words}。',
  'readings.remark.unopened': '{file}：{detail}也可以改用 CSV 给出同样的数据。',
  'readings.remark.same-file': '{file} 与 {as} 是同一个文件，只算一次。',
};
