module witness

go 1.19
