"""Tables: questions in spreadsheets, one in each row (CSV and XLSX)."""
