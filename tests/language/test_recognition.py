"""The language of an article, by its sentences; names and quotations in another language do not decide."""

import pytest

from pipeline.language.recognition import recognise_language

TEXTS = {
    "kk": "Қазақстанда биыл жаңа зауыт ашылды, деп хабарлады облыс әкімдігі. Кәсіпорын жылына мың тонна өнім шығарады.",
    "ky": "Кыргызстанда быйыл жаңы завод ачылды, деп билдирди өкмөт. Ишкана жылына миң тонна продукция өндүрөт.",
    "uz": "Ўзбекистонда бу йил янги завод ишга туширилди, деб хабар берди вазирлик. Корхона йилига минг тонна маҳсулот "
    "ишлаб чиқаради.",
    "tg": "Дар Тоҷикистон имсол корхонаи нав ба кор даромад, хабар дод вазорат. Он ҳар сол ҳазор тонна оҳан медиҳад.",
    "uk": "В Україні цього року відкрили новий завод, повідомили в міністерстві. Він вироблятиме тисячу тонн на рік.",
    "en": "A new plant was opened in Kazakhstan this year, the ministry said. It will make a thousand tonnes a year.",
    "ru": "В Казахстане в этом году открыли новый завод, сообщили в министерстве. Он выпустит тысячу тонн в год.",
}
RUSSIAN_WITH_OTHERS = (
    "Президент Қасым-Жомарт Тоқаев посетил завод «Қазақмыс» в Жезказгане. «Қазақстан экономикасы биыл жақсы өсті, біз "
    "жаңа зауыттар саламыз», – сказал он на встрече с рабочими. Завод выпускает 120 тысяч тонн меди в год.",
    "Президент Шавкат Мирзиёев встретился с хокимом Қўқон в Фергане. Завод «Ўзметкомбинат» даст больше стали в год.",
    "Компания Kazakhstan Housing Company сообщила о размещении облигаций на площадке Astana International Exchange.",
    "Рост 5 %.",
)


@pytest.mark.parametrize("language", TEXTS)
def test_languages_of_the_region(language: str) -> None:
    assert recognise_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", RUSSIAN_WITH_OTHERS)
def test_a_russian_article_with_other_names_and_quotations_stays_russian(text: str) -> None:
    assert recognise_language(text) == "ru"
