# SPDX-License-Identifier: MIT
"""Which city does a time zone go by in the person's language? Unicode's names (CLDR) where the id does not say it."""

from collections.abc import Iterable
from typing import NamedTuple

from rideau.wording.countries import sort_key

_CITIES = """
Africa/Addis_Ababa||Addis-Abeba
Africa/Algiers||Alger
Africa/Asmera|Asmara|
Africa/Cairo||Le Caire
Africa/El_Aaiun||Laâyoune
Africa/Lome||Lomé
Africa/Mogadishu||Mogadiscio
Africa/Ndjamena||N'Djamena
Africa/Sao_Tome|São Tomé|
Africa/Tripoli||Tripoli (Libye)
America/Araguaina||Araguaína
America/Argentina/Rio_Gallegos||Río Gallegos
America/Argentina/Tucuman||Tucumán
America/Argentina/Ushuaia||Ushuaïa
America/Asuncion|Asunción|
America/Bahia_Banderas|Bahía de Banderas|Bahia de Banderas
America/Barbados||La Barbade
America/Belem||Belém
America/Cancun|Cancún|
America/Cayman||Caïmans
America/Ciudad_Juarez|Ciudad Juárez|
America/Coral_Harbour|Atikokan|
America/Cordoba||Córdoba
America/Cuiaba||Cuiabá
America/Curacao|Curaçao|
America/Detroit||Détroit
America/Dominica||Dominique
America/Eirunepe||Eirunepé
America/Godthab|Nuuk|
America/Grenada||Grenade
America/Havana||La Havane
America/Indiana/Knox|Knox (Indiana)|
America/Indiana/Marengo|Marengo (Indiana)|
America/Indiana/Petersburg|Petersburg (Indiana)|
America/Indiana/Tell_City|Tell City (Indiana)|
America/Indiana/Vevay|Vevay (Indiana)|
America/Indiana/Vincennes|Vincennes (Indiana)|
America/Indiana/Winamac|Winamac (Indiana)|
America/Jamaica||Jamaïque
America/Kentucky/Monticello|Monticello (Kentucky)|
America/Lower_Princes|Lower Prince's Quarter|
America/Maceio||Maceió
America/Manaus||Manaos
America/Mazatlan||Mazatlán
America/Merida|Mérida|
America/Mexico_City||Mexico
America/Noronha|Fernando de Noronha|
America/North_Dakota/Beulah|Beulah (North Dakota)|Beulah (Dakota du Nord)
America/North_Dakota/Center|Center (North Dakota)|Center (Dakota du Nord)
America/North_Dakota/New_Salem|New Salem (North Dakota)|New Salem (Dakota du Nord)
America/Port_of_Spain||Port-d'Espagne
America/Puerto_Rico||Porto Rico
America/Santarem||Santarém
America/Santo_Domingo||Saint-Domingue
America/Sao_Paulo||São Paulo
America/Scoresbysund|Ittoqqortoormiit|
America/St_Barthelemy|St. Barthélemy|Saint-Barthélemy
America/St_Johns|St. John's|Saint-Jean de Terre-Neuve
America/St_Kitts|St. Kitts|Saint-Christophe
America/St_Lucia|St. Lucia|Sainte-Lucie
America/St_Thomas|St. Thomas|Saint-Thomas
America/St_Vincent|St. Vincent|Saint-Vincent
America/Thule||Thulé
Antarctica/DumontDUrville|Dumont-d'Urville|
Antarctica/Syowa||Showa
Asia/Almaty||Alma Ata
Asia/Aqtau||Aktaou
Asia/Aqtobe||Aktioubinsk
Asia/Ashgabat||Achgabat
Asia/Atyrau||Atyraou
Asia/Baghdad||Bagdad
Asia/Bahrain||Bahreïn
Asia/Baku||Bakou
Asia/Beirut||Beyrouth
Asia/Bishkek||Bichkek
Asia/Calcutta|Kolkata|
Asia/Chita||Tchita
Asia/Damascus||Damas
Asia/Dubai||Dubaï
Asia/Dushanbe||Douchanbé
Asia/Famagusta||Famagouste
Asia/Hebron||Hébron
Asia/Irkutsk||Irkoutsk
Asia/Jerusalem||Jérusalem
Asia/Kabul||Kaboul
Asia/Kamchatka||Kamtchatka
Asia/Katmandu|Kathmandu|Katmandou
Asia/Krasnoyarsk||Krasnoïarsk
Asia/Kuwait||Koweït
Asia/Macau|Macao|
Asia/Makassar||Macassar
Asia/Manila||Manille
Asia/Muscat||Mascate
Asia/Nicosia||Nicosie
Asia/Novosibirsk||Novossibirsk
Asia/Oral||Ouralsk
Asia/Qostanay|Kostanay|Kostanaï
Asia/Qyzylorda||Kzyl Orda
Asia/Rangoon|Yangon|Rangoun
Asia/Riyadh||Riyad
Asia/Saigon|Ho Chi Minh City|Hô-Chi-Minh-Ville
Asia/Sakhalin||Sakhaline
Asia/Samarkand||Samarcande
Asia/Seoul||Séoul
Asia/Singapore||Singapour
Asia/Tashkent||Tachkent
Asia/Tbilisi||Tbilissi
Asia/Tehran||Téhéran
Asia/Ulaanbaatar||Oulan-Bator
Asia/Urumqi||Ürümqi
Asia/Yakutsk||Iakoutsk
Asia/Yekaterinburg||Ekaterinbourg
Asia/Yerevan||Erevan
Atlantic/Azores||Açores
Atlantic/Bermuda||Bermudes
Atlantic/Canary||Îles Canaries
Atlantic/Cape_Verde||Cap-Vert
Atlantic/Faeroe|Faroe|Îles Féroé
Atlantic/Madeira||Madère
Atlantic/South_Georgia||Géorgie du Sud
Atlantic/St_Helena|St. Helena|Sainte-Hélène
Australia/Adelaide||Adélaïde
Europe/Andorra||Andorre
Europe/Athens||Athènes
Europe/Brussels||Bruxelles
Europe/Bucharest||Bucarest
Europe/Busingen||Büsingen
Europe/Copenhagen||Copenhague
Europe/Guernsey||Guernesey
Europe/Isle_of_Man||Île de Man
Europe/Kiev|Kyiv|
Europe/Lisbon||Lisbonne
Europe/London||Londres
Europe/Malta||Malte
Europe/Moscow||Moscou
Europe/San_Marino||Saint-Marin
Europe/Tirane||Tirana
Europe/Ulyanovsk||Oulianovsk
Europe/Vatican||Le Vatican
Europe/Vienna||Vienne
Europe/Warsaw||Varsovie
Indian/Comoro||Comores
Indian/Mahe||Mahé
Indian/Mauritius||Maurice
Indian/Reunion|Réunion|La Réunion
Pacific/Easter|Easter Island|Île de Pâques
Pacific/Efate||Éfaté
Pacific/Fiji||Fidji
Pacific/Galapagos||Galápagos
Pacific/Kanton||Canton
Pacific/Marquesas||Marquises
Pacific/Noumea||Nouméa
Pacific/Palau||Palaos
Pacific/Ponape|Pohnpei|
Pacific/Truk|Chuuk|
"""
"""The id; the city in English and in French, empty where the id (or the English name) says it."""

_OLD_REGIONS = ("Brazil", "Canada", "Chile", "Mexico", "SystemV", "US", "posix", "right")
"""Folders of the tz database that name again what the continents name."""


class ZoneName(NamedTuple):
    """Hold a time zone and what it is called."""

    id: str
    city: str
    region: str
    """``Europe``; empty for what lies in none."""

    @property
    def sought(self) -> str:
        """Return what typing finds it by: the city, then its id, without accents."""
        return sort_key(f"{self.city} {self.id.replace('_', ' ')}")


def zone_name(zone: str, language: str) -> ZoneName:
    """Return what ``zone`` is called in ``language``."""
    return _named(zone, _cities(language))


def zone_names(zones: Iterable[str], language: str) -> list[ZoneName]:
    """Return the zones that a person would look for, by city; of two spellings of one city the newer."""
    cities, found = _cities(language), dict[tuple[str, str], ZoneName]()
    for zone in sorted(zones):
        named = _named(zone, cities)
        if not named.region or named.region in _OLD_REGIONS:
            continue
        key = (sort_key(named.city), named.region)
        if key not in found or zone not in cities:
            found[key] = named
    utc = ZoneName("UTC", "UTC", "")
    return sorted([*found.values(), utc], key=lambda each: sort_key(each.city))


def _named(zone: str, cities: dict[str, str]) -> ZoneName:
    region, _, place = zone.partition("/")
    city = cities.get(zone) or (place or zone).rpartition("/")[2].replace("_", " ")
    return ZoneName(zone, city, region if place and region != "Etc" else "")


def _cities(language: str) -> dict[str, str]:
    rows = (line.split("|") for line in _CITIES.split("\n") if line)
    return {zone: (french or english) if language == "fr" else english for zone, english, french in rows}
