"""Reports on debates in Markdown."""

from argmap.interop.debate_reports.debate_report import ReportParts, report_text

__all__ = ["ReportParts", "report_text"]
