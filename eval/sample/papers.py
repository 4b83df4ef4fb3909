"""Every paper of the sample municipality, and what its registrar says in sidecars."""

from eval.sample import audit, breakfast, food_fee, lighting, other, partnership, sports_hall

PAPERS = (
    *breakfast.PAPERS,
    *lighting.PAPERS,
    *partnership.PAPERS,
    *audit.PAPERS,
    *food_fee.PAPERS,
    *sports_hall.PAPERS,
    *other.PAPERS,
)

# The scanned agreement: what no one can read off the page is known to the registry.
SIDECARS: dict[str, dict[str, object]] = {
    "socialnamnden/avtal/overenskommelse-brobyggarna-undertecknad.pdf": {
        "title": "Överenskommelse om idéburet offentligt partnerskap med föreningen Brobyggarna",
        "kind": "avtal",
        "case_numbers": ["SN-2024-77"],
        "board": "Socialnämnden",
        "date": "2024-09-27",
    }
}
