; What HtmlMarkup makes of <script src="...">.
(program (import_statement . (string) @import.all))
