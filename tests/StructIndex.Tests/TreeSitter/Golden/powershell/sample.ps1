using module ./Common.psm1
# Gets a thing.
<#
.SYNOPSIS
Gets items.
.PARAMETER Name
The name.
#>
function Get-Item2 {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$Name, [int]$Count = 1)
    Import-Module Foo
    $x = Get-Thing -Name $Name | Where-Object { $_.Ok }
    [Math]::Round(1.5)
    $this.Run($x)
    $o = [Shop.Stock]::new('a')
    $p = New-Object Shop.Point
}
filter Select-Odd { $_ % 2 }
class Stock : Base, IThing {
    [string]$Name
    hidden [int]$Count = 0
    Stock([string]$n) { $this.Name = $n }
    # Adds.
    [int] Add([int]$n) { return $this.Count + $n }
    static [Stock] Open() { return [Stock]::new('x') }
}
enum Color { Red; Green }
Describe 'Stock' { It 'adds' { (Get-Item2).Count | Should -Be 1 } }
. ./other.ps1
