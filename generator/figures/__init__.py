"""Figures: every number and grade of a year with its basis, for pages, the command line and auditors.

`figures` makes them all; `figure` says what one is, `rule` by which formula; `rules` lists the formulas of a
scheme; `record` and `text` print them; `behind` tells whose eyes a basis is for. A folder is a subject:
`ballots` what was voted, `checklist` what was checked, `ledger` what is put right, `grades` what became of a
unit, `comparing` what stands beside what: groups, and the year just before (`earlier`). `commendations` and
`indicators` of the scheme are a module each. What `generator.scoring` computed is not computed again; where
it came from is added.

Keys are stable. U is a unit id, P a person id, G a group name, K a ballot class, D a dimension (`political`),
A an area letter, C a leaf code, T a type of commendation, W a component (`ballot`, `party`), B a share
(`excellent_rate` 优秀率, `competent_rate` 优良率 or 称职以上率), N the number of a rule, R what follows
`ledger.` below, but for its trend. Points are in 分, shares in percent, differences of shares in 个百分点.
`part` and `whole` are the two numbers of a rate, of a leaf the points earned and those it is worth. A
difference is printed with its sign, `+5.27`, `−1.20` (U+2212), `0.00`.

A figure of an earlier year is an operand with the year in front, `2024:units.u03.checklist.rate`; it is found
among that year's figures only. What compares with the year just before is absent when one side is missing.

    units.U.ballot.turnout.(board|person).attended     到会率; (returned|valid) 收回率, 有效率
    units.U.ballot.turnout.(board|person).(returned|valid)
    units.U.ballot.classes.K.D.score                   得分 of the board, one class, one dimension: S(k,d)
    units.U.ballot.classes.K.B                         share of one class, its dimensions together
    units.U.ballot.dimensions.D.score                  得分 of the board on one dimension: S(d)
    units.U.ballot.B.(pooled|weighted)                 合并计算, 票种加权
    units.U.ballot.board.score                         民主测评得分 of the board: S(t)
    units.U.ballot.persons.P.classes.K.D.score         the same of a person, to
    units.U.ballot.persons.P.classes.K.B
    units.U.ballot.persons.P.dimensions.D.score
    units.U.ballot.persons.P.B.(pooled|weighted)
    units.U.ballot.persons.P.score                     民主测评得分 of a person
    units.U.checklist.leaves.C.earned                  得分 of a leaf
    units.U.checklist.areas.A.(rate|difference)        得分率 of an area, 与组中位差
    units.U.checklist.(rate|difference)                得分率 of all leaves, 与组中位差
    units.U.checklist.(base|bonus|penalty)             基础分 rescaled to 100, 加分, 扣分
    units.U.checklist.score                            党建考核得分
    units.U.composite.components.W                     得分 of a component
    units.U.composite.components.W.(points|rank)       weight × 得分, 组内位次
    units.U.composite                                  综合得分
    units.U.composite.(rank|percentile|difference)     组内位次, 位次百分位, 与组中位差
    units.U.grade.threshold                            等次 by score alone
    units.U.grade.suggested                            建议等次 with its reason
    units.U.grade.decided                              审定等次; absent before the decision
    units.U.grade.compared                             一致 or 调整: 审定 against 建议
    units.U.ledger.R                                   the ledger of a unit, one not assessed included
    units.U.trend.rate.change                          得分率 against the year just before
    units.U.trend.areas.A.change                       of an area both schemes name alike
    units.U.trend.comparable.(before|after|change)     可比口径得分率 of both years
    units.U.trend.comparable.coverage                  its share of this year's points
    units.U.trend.reference                            参考值 of last year, of a unit merged since
    (groups.G|company).units                           被考核单位
    (groups.G|company).grades.(excellent|good|fair)    审定等次; absent before the decision
    (groups.G|company).grades.(poor|ungraded)          the same; 不定等次 where given
    company.excellent.share                            优秀单位占比
    groups.G.grades.(graded|quota)                     n of the quota, 优秀名额
    (groups.G|company).composite.median                of 综合得分
    (groups.G|company).composite.(scored|range)        有综合得分的单位, 极差; absent of fewer than two
    (groups.G|company).composite.deviation             标准差, divisor n; absent of fewer than two
    (groups.G|company).ballot.board.median             of 民主测评得分 of boards
    (groups.G|company).ballot.dimensions.D.median
    (groups.G|company).checklist.(score|rate).median   of 党建考核得分, of 得分率
    (groups.G|company).checklist.areas.A.median        of 得分率 of an area
    (groups.G|company).checklist.leaves.C.median       of 得分率 of a leaf
    company.checklist.rate                             得分率 of all units together
    company.checklist.areas.A.rate                     the same of an area
    company.checklist.leaves.C.(rate|lost)             of a leaf, and 失分率; absent where nobody lost
    company.checklist.leaves.C.lost.rank               its place among all leaves, most lost first
    company.checklist.leaves.C.losing                  失分单位占比; absent where nobody lost
    company.checklist.leaves.C.rules.N.times           扣分次数 of rule N; absent where it was not applied
    company.checklist.kinds.(required|innovative).rate of 规定动作, 创新举措, those there are
    company.trend.(units|excellent).change             被考核单位, 优秀单位 against the year just before
    company.trend.rate.change                          得分率 against the year just before
    company.trend.areas.A.median.change                the median of an area
    company.trend.comparable.(before|after|change)     可比口径得分率 of the units checked in both years
    company.trend.comparable.coverage
    company.trend.comparable.(risen|fallen)            units whose 可比口径得分率 rose, fell
    company.trend.leaves.C.change                      公司得分率 of a leaf that stayed the same
    ledger.(total|void|merged)                         问题总数; 作废 and 并案 are outside of it
    ledger.(closed|pending|rectifying|registered)      by 销号状态
    ledger.(standing|suspended)                        by 销号状态
    ledger.(open|due)                                  未销号, 时限已到
    ledger.(overdue|overdue_original|overdue_share)    逾期, 原时限逾期, 逾期占未销号
    ledger.kinds.(immediate|deadline|staged|standing)  by 整改类型
    ledger.lights.(grey|blue|green|amber|red)          by 预警灯
    ledger.(completed|completed_in_time_limit)         整改完成率, 限时整改完成率
    ledger.(closed_rate|closed_on_time|done_on_time)   销号率, 按期销号率, 按期完成率
    ledger.on_time_share                               已销号按期占比
    ledger.(relapse|extensions|extended)               反弹率, 延期次数, 延期率
    ledger.(first_days|reopened_days)                  平均整改天数 of first and of reopened cycles
    ledger.(backlog|long_term|repeated)                验收积压, 长期整改清单, 屡改屡犯
    ledger.(due_soon|longest_overdue)                  三十天内到期, 逾期最长天数
    ledger.overdue_units                               有逾期问题的单位, of the company only
    ledger.trend.closed_rate.change                    销号率 against the year just before
    indicators.(areas|leaves|points)                   一级指标数, 指标数, 分值合计
    indicators.areas.A.(leaves|points)
    indicators.kinds.(required|innovative).(leaves|points)
    company.commendations.(commended|in_notice)        已表彰, 公示中; absent before the decision, as below
    company.commendations.(notice_ended|revoked)       公示结束, 撤销
    company.commendations.kinds.(collective|person|case)
    company.commendations.types.T                      of a type (`advanced_unit` 先进集体), without 撤销
    units.U.commendations                              已表彰 of a unit and its people
"""

from generator.figures.figure import Basis, Figure, Operand
from generator.figures.year import figures

__all__ = ["Basis", "Figure", "Operand", "figures"]
