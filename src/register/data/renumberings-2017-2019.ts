/**
 * Municipality numbers that went out of use before the 2020 reform: Vestfold (2017 and 2018), Trøndelag (2018), Rindal
 * (2019). One to a line: the old number, the old name, the number that came after, itself perhaps outdated since.
 * From the regulations on mergers and county borders (kommuneinndelingsforskrifter), as SSB's Klass 131 gives them.
 */
export const renumberings2017To2019 = `
0706 Sandefjord 0710
0719 Andebu 0710
0720 Stokke 0710
0702 Holmestrand 0715
0714 Hof 0715
0709 Larvik 0712
0728 Lardal 0712
0722 Nøtterøy 0729
0723 Tjøme 0729
1567 Rindal 5061
1601 Trondheim 5001
1612 Hemne 5011
1613 Snillfjord 5012
1617 Hitra 5013
1620 Frøya 5014
1621 Ørland 5015
1622 Agdenes 5016
1624 Rissa 5054
1627 Bjugn 5017
1630 Åfjord 5018
1632 Roan 5019
1633 Osen 5020
1634 Oppdal 5021
1635 Rennebu 5022
1636 Meldal 5023
1638 Orkdal 5024
1640 Røros 5025
1644 Holtålen 5026
1648 Midtre Gauldal 5027
1653 Melhus 5028
1657 Skaun 5029
1662 Klæbu 5030
1663 Malvik 5031
1664 Selbu 5032
1665 Tydal 5033
1702 Steinkjer 5004
1703 Namsos 5005
1711 Meråker 5034
1714 Stjørdal 5035
1717 Frosta 5036
1718 Leksvik 5054
1719 Levanger 5037
1721 Verdal 5038
1724 Verran 5039
1725 Namdalseid 5040
1736 Snåsa 5041
1738 Lierne 5042
1739 Røyrvik 5043
1740 Namsskogan 5044
1742 Grong 5045
1743 Høylandet 5046
1744 Overhalla 5047
1748 Fosnes 5048
1749 Flatanger 5049
1750 Vikna 5050
1751 Nærøy 5051
1755 Leka 5052
1756 Inderøy 5053
`;
