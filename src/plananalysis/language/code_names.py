"""What the codes of the shipped code books are called in English."""

CODE_NAMES = {
    "红色": "red (forbids or limits)",
    "黑色": "black (mandates)",
    "灰色": "grey (leaves open)",
    "指令强度": "directive strength",
    "供给型": "supply-side",
    "环境型": "environmental",
    "需求型": "demand-side",
    "人才培养": "training",
    "资金投入": "funding",
    "技术支持": "technology",
    "基础设施": "infrastructure",
    "信息支持": "information",
    "公共服务": "public services",
    "目标规划": "goals and plans",
    "金融支持": "finance",
    "税收优惠": "tax relief",
    "法规管制": "regulation",
    "策略性措施": "strategic measures",
    "政府采购": "procurement",
    "服务外包": "outsourcing",
    "贸易管制": "trade",
    "海外机构": "abroad",
    "示范推广": "demonstration",
    "市场培育": "market building",
}
"""Name in English of each kind and code of the shipped books."""
