<?php
/**
 * Views of records in pages. What authors of pages ask for is not trusted, nor is what records hold.
 *
 * @package Collporterre
 */

namespace Collporterre;

defined( 'ABSPATH' ) || exit;

/** Shows what a block asks for. */
function show_block( $attributes ) {
	return '<div ' . get_block_wrapper_attributes() . '>' . show( $attributes ) . '</div>';
}

/** Shows what a shortcode asks for: a map, a list, both, or one record. */
function show( $asked ) {
	$asked = array_map(
		function ( $value ) {
			return is_scalar( $value ) ? one_line( mb_substr( wp_check_invalid_utf8( (string) $value ), 0, 200 ) ) : '';
		},
		shortcode_atts( array_fill_keys( array( 'vue', 'type', 'champ', 'theme', 'odd', 'territoire', 'texte', 'hauteur', 'fiche' ), '' ), (array) $asked, 'collporterre' )
	);
	$view  = '' !== $asked['vue'] ? $asked['vue'] : ( '' !== $asked['fiche'] ? 'fiche' : 'carte' );
	$size  = '' !== $asked['hauteur'] ? $asked['hauteur'] : 'moyenne';
	wp_enqueue_style( 'collporterre' );
	if ( 'fiche' === $view ) {
		return sheet( $asked['fiche'] );
	}
	if ( ! in_array( $view, array( 'carte', 'liste', 'exploration' ), true ) ) {
		/* translators: %s: possible values */
		return notice( sprintf( __( 'Vue inconnue. Vues possibles : %s.', 'collporterre' ), 'carte, liste, exploration, fiche' ) );
	}
	if ( ! in_array( $size, array( 'petite', 'moyenne', 'grande' ), true ) ) {
		/* translators: %s: possible values */
		return notice( sprintf( __( 'Hauteur inconnue. Valeurs possibles : %s.', 'collporterre' ), 'petite, moyenne, grande' ) );
	}
	return records( chosen( $asked ), $view, $size );
}

/** A remark for the author of a page. */
function notice( $text ) {
	return '<div class="collporterre collp-avis" role="note"><p>' . plain( $text ) . '</p></div>';
}

/** Shows one record. */
function sheet( $id ) {
	static $inside = false;
	$parts = explode( '/', $id, 2 );
	$post  = find_posts( end( $parts ), isset( $parts[1] ) ? $parts[0] : '' )[0] ?? null;
	// A record may hold a view that shows the record.
	if ( $inside || ! $post || 'publish' !== $post->post_status || '' !== $post->post_password ) {
		/* translators: %s: identifier */
		return notice( sprintf( __( 'Aucune fiche publiée ne porte l’identifiant « %s ».', 'collporterre' ), $id ) );
	}
	$inside = true;
	$html   = do_blocks( $post->post_content );
	$inside = false;
	$title  = false === strpos( $html, 'collp-titre' ) ? '<h2 class="collp-titre" dir="auto">' . link_to( $post ) . '</h2>' : '';
	return '<div class="collporterre collp-sheet wp-exclude-emoji">' . $title . $html . '</div>';
}

/** Returns the published records that a page asks for, by title; 2,000 at most. */
function chosen( $asked ) {
	$query = array(
		'post_type'      => KIND,
		'post_status'    => 'publish',
		'has_password'   => false,
		'posts_per_page' => 2000,
		'no_found_rows'  => true,
		'orderby'        => 'title',
		'order'          => 'ASC',
		'tax_query'      => array(),
		'meta_query'     => array(),
	);
	foreach ( array( 'champ' => 'collp_champ', 'theme' => 'collp_theme', 'odd' => 'collp_odd', 'territoire' => 'collp_territoire' ) as $name => $taxonomy ) {
		if ( '' !== $asked[ $name ] ) {
			$query['tax_query'][] = array(
				'taxonomy' => $taxonomy,
				'field'    => 'slug',
				'terms'    => array_map( __NAMESPACE__ . '\slug', array_map( 'trim', explode( ',', $asked[ $name ] ) ) ),
			);
		}
	}
	if ( '' !== $asked['type'] ) {
		$query['meta_query'][] = array(
			'key'   => '_collp_type',
			'value' => array_map( 'trim', explode( ',', $asked['type'] ) ),
		);
	}
	if ( '' !== $asked['texte'] ) {
		$query['s'] = $asked['texte'];
	}
	return ( new \WP_Query( $query ) )->posts;
}

/**
 * Shows records as the fragments of the library do, for the same scripts and styles. WordPress would have browsers fetch
 * pictures of emoji from another site: here they stay letters.
 */
function records( $posts, $view, $size ) {
	$map   = 'liste' !== $view;
	$list  = 'carte' !== $view;
	$facts = array_map( __NAMESPACE__ . '\facts', $posts );
	$there = array_filter( $facts, fn( $fact ) => '' !== $fact['lieu'] );
	$items = implode( '', array_map( $list ? __NAMESPACE__ . '\item' : __NAMESPACE__ . '\point', $list ? $facts : $there ) );
	$items = "<ul class=\"collp-fiches\">\n$items</ul>\n";
	$html  = sprintf(
		'<div class="collporterre wp-exclude-emoji%s%s" lang="%s" data-collp="%s"%s>',
		$map ? " collp-carte collp-hauteur-$size" : '',
		$list ? ' collp-liste' : '',
		esc_attr( str_replace( '_', '-', determine_locale() ) ),
		trim( ( $map ? 'carte ' : '' ) . ( $list ? 'liste' : '' ) ),
		$map ? map_attributes() : ''
	);
	$html .= $list ? filters( $facts ) : '';
	if ( $map && $there ) {
		/* translators: %d: number of records on the map */
		$label = sprintf( _n( 'Carte de %d fiche', 'Carte de %d fiches', count( $there ), 'collporterre' ), count( $there ) );
		$html .= '<div class="collp-cadre" role="region" aria-label="' . plain( $label ) . "\" hidden></div>\n";
	}
	if ( defined( 'REST_REQUEST' ) && $map ) {
		$html .= '<p class="collp-note">' . plain( __( 'La carte se dessine dans la page publiée ; voici ce qu’elle montre.', 'collporterre' ) ) . '</p>';
	}
	$html .= $list ? $items : '<details class="collp-secours" open><summary>' . plain( __( 'Les fiches de la carte, en liste', 'collporterre' ) ) . "</summary>\n$items</details>\n";
	if ( ! $posts ) {
		$html .= '<p>' . plain( __( 'Aucune fiche à montrer.', 'collporterre' ) ) . '</p>';
	}
	if ( $map ) {
		wp_enqueue_script( 'collporterre-carte' );
	}
	if ( $list ) {
		wp_enqueue_script( 'collporterre-liste' );
	}
	return $html . "</div>\n";
}

/** What the script of the map says, and its ground where the site has set one. */
function map_attributes() {
	$words = array(
		'plus'     => __( 'Zoomer', 'collporterre' ),
		'moins'    => __( 'Dézoomer', 'collporterre' ),
		'tout'     => __( 'Tout voir', 'collporterre' ),
		'fermer'   => __( 'Fermer', 'collporterre' ),
		'groupe'   => __( '{0} lieux : agrandir', 'collporterre' ),
		'autres'   => __( 'et {0} autres', 'collporterre' ),
		'contours' => __( 'Contours : Natural Earth (domaine public)', 'collporterre' ),
	);
	$html  = ' data-mots="' . esc_attr( json( $words ) ) . '"';
	$tiles = setting( 'tuiles' );
	return $tiles ? $html . ' data-tuiles="' . esc_attr( $tiles ) . '" data-attribution="' . esc_attr( setting( 'attribution' ) ) . '"' : $html;
}

/** Returns what lists show of a record, as texts. */
function facts( $post ) {
	$text  = fn( $html ) => html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	$facts = array(
		'post'   => $post,
		'titre'  => $text( $post->post_title ),
		'resume' => $text( $post->post_excerpt ),
		'type'   => array( get_post_meta( $post->ID, '_collp_type', true ) => '' ),
		'lieu'   => (string) get_post_meta( $post->ID, '_collp_lieu', true ),
	);
	foreach ( array( 'champs' => 'collp_champ', 'themes' => 'collp_theme', 'odd' => 'collp_odd', 'territoires' => 'collp_territoire' ) as $name => $taxonomy ) {
		$terms          = get_the_terms( $post, $taxonomy );
		$facts[ $name ] = array_map( $text, array_column( is_array( $terms ) ? $terms : array(), 'name', 'slug' ) );
	}
	return $facts;
}

/** Returns the names of types of records: of one, and of many. */
function type_names() {
	return array(
		'initiative'   => array( __( 'Initiative', 'collporterre' ), __( 'Initiatives', 'collporterre' ) ),
		'portrait'     => array( __( 'Portrait', 'collporterre' ), __( 'Portraits', 'collporterre' ) ),
		'methodologie' => array( __( 'Méthodologie', 'collporterre' ), __( 'Méthodologies', 'collporterre' ) ),
	);
}

/** A record's name, leading to its page. */
function link_to( $fact ) {
	$title = is_array( $fact ) ? $fact['titre'] : facts( $fact )['titre'];
	$post  = is_array( $fact ) ? $fact['post'] : $fact;
	return '<a class="collp-nom collp-lien" dir="auto" href="' . esc_url( get_permalink( $post ) ) . '">' . plain( $title ) . '</a>';
}

/** Where a record is, as attributes. */
function place( $fact ) {
	return preg_match( '/^(-?[\d.]+) (-?[\d.]+)$/D', $fact['lieu'], $found ) ? " data-lat=\"$found[1]\" data-lon=\"$found[2]\"" : '';
}

/** The names of where a record is about, and what it says of itself. */
function brief( $fact ) {
	$where = implode( ', ', array_slice( $fact['territoires'], 0, 3 ) ) . ( count( $fact['territoires'] ) > 3 ? ', …' : '' );
	return ( $where ? ' <span class="collp-ou" dir="auto">' . plain( $where ) . '</span>' : '' )
		. ( $fact['resume'] ? '<p class="collp-resume" dir="auto">' . plain( $fact['resume'] ) . '</p>' : '' );
}

/** A record as a point of a map. */
function point( $fact ) {
	return '<li class="collp-fiche"' . place( $fact ) . '>' . link_to( $fact ) . brief( $fact ) . "</li>\n";
}

/** A record in a list. */
function item( $fact ) {
	$html = '<li class="collp-fiche"';
	foreach ( array( 'type', 'champs', 'themes', 'odd', 'territoires' ) as $name ) {
		$html .= $fact[ $name ] ? " data-$name=\"" . esc_attr( implode( '|', array_keys( $fact[ $name ] ) ) ) . '"' : '';
	}
	$type  = type_names()[ key( $fact['type'] ) ] ?? array( '' );
	$html .= place( $fact ) . '><span class="collp-sorte">' . plain( $type[0] ) . '</span><strong>' . link_to( $fact ) . '</strong>' . brief( $fact );
	$marks = array_slice( array_merge( array_values( $fact['champs'] ), array_values( $fact['themes'] ) ), 0, 4 );
	$marks = implode( '', array_map( fn( $mark ) => '<li dir="auto">' . plain( $mark ) . '</li>', $marks ) );
	return $html . ( $marks ? "<ul class=\"collp-marques\">$marks</ul>" : '' ) . "</li>\n";
}

/** What a list can be filtered by, once a script runs. */
function filters( $facts ) {
	$names = array(
		'type'        => __( 'Type de fiche', 'collporterre' ),
		'champs'      => __( 'Champs d’action', 'collporterre' ),
		'themes'      => __( 'Thèmes', 'collporterre' ),
		'odd'         => __( 'Objectifs de développement durable', 'collporterre' ),
		'territoires' => __( 'Territoires', 'collporterre' ),
	);
	$html = '<form class="collp-filtres" role="search" hidden><label class="collp-texte">' . plain( __( 'Rechercher', 'collporterre' ) ) . '<input type="search" name="texte" autocomplete="off"></label>';
	foreach ( $names as $name => $label ) {
		$counts  = array_count_values( array_merge( array(), ...array_map( fn( $fact ) => array_map( 'strval', array_keys( $fact[ $name ] ) ), $facts ) ) );
		$labels  = array_replace( array(), ...array_column( $facts, $name ) );
		$labels  = 'type' === $name ? array_map( fn( $both ) => $both[1], type_names() ) : $labels;
		$options = '';
		natcasesort( $labels );
		foreach ( array_slice( array_intersect_key( $labels, $counts ), 0, 60, true ) as $slug => $text ) {
			$options .= '<option value="' . esc_attr( $slug ) . '">' . plain( $text ) . " ($counts[$slug])</option>";
		}
		if ( count( $counts ) > 1 ) {
			$html .= '<label>' . plain( $label ) . "<select name=\"$name\"><option value=\"\">" . plain( __( 'Tous', 'collporterre' ) ) . "</option>$options</select></label>";
		}
	}
	return $html . '<button type="reset">' . plain( __( 'Tout afficher', 'collporterre' ) ) . "</button></form>\n"
		. '<p class="collp-compte" role="status" data-aucune="' . plain( __( 'Aucune fiche ne correspond.', 'collporterre' ) ) . '" data-une="' . plain( __( 'Une fiche', 'collporterre' ) ) . '" data-plusieurs="' . plain( __( '{0} fiches', 'collporterre' ) ) . "\"></p>\n";
}

/** What the editor of the block says. */
function editor_words() {
	return array(
		'titre'       => __( 'Ce qui est montré', 'collporterre' ),
		'vue'         => __( 'Vue', 'collporterre' ),
		'carte'       => __( 'Carte', 'collporterre' ),
		'liste'       => __( 'Liste', 'collporterre' ),
		'exploration' => __( 'Carte et liste', 'collporterre' ),
		'fiche'       => __( 'Une fiche', 'collporterre' ),
		'hauteur'     => __( 'Hauteur de la carte', 'collporterre' ),
		'petite'      => __( 'Petite', 'collporterre' ),
		'moyenne'     => __( 'Moyenne', 'collporterre' ),
		'grande'      => __( 'Grande', 'collporterre' ),
		'type'        => __( 'Type de fiche', 'collporterre' ),
		'tous'        => __( 'Tous', 'collporterre' ),
		'types'       => array_map( fn( $both ) => $both[1], type_names() ),
		'champ'       => __( 'Champs d’action, séparés par des virgules', 'collporterre' ),
		'theme'       => __( 'Thèmes, séparés par des virgules', 'collporterre' ),
		'odd'         => __( 'Objectifs de développement durable, séparés par des virgules', 'collporterre' ),
		'territoire'  => __( 'Territoires, séparés par des virgules', 'collporterre' ),
		'texte'       => __( 'Texte recherché', 'collporterre' ),
		'id'          => __( 'Identifiant de la fiche', 'collporterre' ),
	);
}
